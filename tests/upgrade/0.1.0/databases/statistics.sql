--
-- PostgreSQL database dump
--

\restrict Adjc51BZVd7guiufKQTNsa9IqFa9YrtfFFDBH4T6U3GjYTrVgPGGwZpp0zjT3o0

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME; END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit (
    seq bigint NOT NULL,
    day text NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    detail text NOT NULL
);


--
-- Name: audit_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cell; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cell (
    period text NOT NULL,
    held_day text NOT NULL,
    pack text NOT NULL,
    district text NOT NULL,
    verdict text NOT NULL,
    n bigint NOT NULL
)
WITH (fillfactor='50');


--
-- Name: closing; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.closing (
    period text NOT NULL
);


--
-- Name: release; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.release (
    seq bigint NOT NULL,
    district text NOT NULL,
    pack text NOT NULL,
    from_period text NOT NULL,
    to_period text NOT NULL,
    met bigint NOT NULL,
    unmet bigint NOT NULL,
    undetermined bigint NOT NULL,
    vetoed bigint NOT NULL,
    noise text NOT NULL,
    nonce bytea NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);


--
-- Name: schema_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_version (
    version integer NOT NULL
);


--
-- Name: seen; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.seen (
    period text NOT NULL,
    id bytea NOT NULL
);


--
-- Name: token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.token (
    hash bytea NOT NULL,
    label text NOT NULL,
    scope text NOT NULL,
    created text NOT NULL,
    expires text NOT NULL,
    revoked text,
    last_used text
);


--
-- Data for Name: audit; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit (seq, day, actor, action, detail) FROM stdin;
1	2026-11-22	server	close	2026W46
2	2026-11-29	server	close	2026W47
3	2026-11-29	command line	issue token	市级-1 read:city until 2027-11-29
4	2026-11-29	command line	issue token	天河区联系人-1 read:district:440106 until 2027-11-29
5	2026-11-29	command line	revoke token	天河区联系人-1
\.


--
-- Data for Name: cell; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.cell (period, held_day, pack, district, verdict, n) FROM stdin;
2026W47		CN22I	440111	2	6
2026W48		CN26P	440106	1	4
2026W48		CN26P	440106	2	3
2026W48		CN22I	440111	2	2
2026W48		CN26P	440112	1	2
2026W48	2026-11-29	CN26P	440112	1	2
\.


--
-- Data for Name: closing; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.closing (period) FROM stdin;
2026W46
2026W47
\.


--
-- Data for Name: release; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.release (seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed, noise, nonce, previous_hash, hash) FROM stdin;
1	440105	CN26L	2026W47	2026W47	12	1	-2	3	1	\\x58b20e6de2b384682bc3e92f33c96e0b49768ef75d5b45f4678a0d8e34bb05b2	\\x0000000000000000000000000000000000000000000000000000000000000000	\\x1c96ce48fb0594dbac19183ff0a47b69fe7c98f18e303344e1886abc89fd4b6f
2	440106	CN26P	2026W47	2026W47	15	10	8	2	1	\\xc5f191695e029348a6eb23919b97d5310f2dc096a16190be232811945ab23055	\\x1c96ce48fb0594dbac19183ff0a47b69fe7c98f18e303344e1886abc89fd4b6f	\\x666b385307e5fd5000e98a5a73b1af7a204cb473c99f2fb1efc20dc9654fa754
\.


--
-- Data for Name: schema_version; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_version (version) FROM stdin;
1
\.


--
-- Data for Name: seen; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.seen (period, id) FROM stdin;
2026W48	\\x00000000000000000000000000001388
2026W48	\\x00000000000000000000000000001389
2026W48	\\x0000000000000000000000000000138a
2026W48	\\x0000000000000000000000000000138b
2026W48	\\x0000000000000000000000000000138c
2026W48	\\x0000000000000000000000000000138d
2026W48	\\x0000000000000000000000000000138e
2026W48	\\x0000000000000000000000000000138f
2026W48	\\x00000000000000000000000000001390
2026W48	\\x00000000000000000000000000001770
2026W48	\\x00000000000000000000000000001771
2026W48	\\x00000000000000000000000000001772
2026W48	\\x00000000000000000000000000001773
\.


--
-- Data for Name: token; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.token (hash, label, scope, created, expires, revoked, last_used) FROM stdin;
\\x8015eade02fb3e2e39111c2b0ed22750963fd41109d98ec47cd1698572a7ecb4	市级-1	read:city	2026-11-29	2027-11-29	\N	\N
\\xa1bfe78a59b3a3e4738c1107e11670280ce7fbd4fe8fd97c6fb105006c040067	天河区联系人-1	read:district:440106	2026-11-29	2027-11-29	2026-11-29	\N
\.


--
-- Name: audit_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_seq_seq', 5, true);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (seq);


--
-- Name: cell cell_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cell
    ADD CONSTRAINT cell_pkey PRIMARY KEY (period, held_day, pack, district, verdict);


--
-- Name: closing closing_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT closing_pkey PRIMARY KEY (period);


--
-- Name: release release_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (seq);


--
-- Name: seen seen_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.seen
    ADD CONSTRAINT seen_pkey PRIMARY KEY (period, id);


--
-- Name: token token_label_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_label_key UNIQUE (label);


--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (hash);


--
-- Name: release_by_district; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX release_by_district ON public.release USING btree (district, pack);


--
-- Name: audit audit_is_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- Name: release release_is_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER release_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.release FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


--
-- PostgreSQL database dump complete
--

\unrestrict Adjc51BZVd7guiufKQTNsa9IqFa9YrtfFFDBH4T6U3GjYTrVgPGGwZpp0zjT3o0

