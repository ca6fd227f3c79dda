//! The header rules of the site as configurations of nginx and Caddy.

use std::fmt::Write;

use zjtx_site::{HEADERS_FILE, HeaderRules};

/// nginx takes headers from one location only, so each names all of its own.
pub(super) fn nginx(rules: &HeaderRules) -> String {
    let mut text = String::from(
        "# 请改 server_name、证书与 root · change server_name, the certificate and root\n\
         server {\n    listen 443 ssl;\n    server_name self-test.example;\n    ssl_certificate /etc/ssl/self-test.pem;\n    \
         ssl_certificate_key /etc/ssl/self-test.key;\n\n    root /srv/zjtx/site;\n    index index.html;\n    \
         error_page 404 /404.html;\n    charset utf-8;\n    # brotli_static on;  # ngx_brotli\n    gzip_static on;\n    \
         include mime.types;\n    types { application/wasm wasm; application/manifest+json webmanifest; text/javascript js mjs; }\n\n",
    );
    let _ = writeln!(text, "    location = /{HEADERS_FILE} {{ return 404; }}");
    text.push_str("    location ~ /\\. { return 404; }\n");
    for path in rules.paths() {
        // Any file below a folder stands for all: a rule for just the folder's own name is not theirs.
        let (matches, example) = match path.strip_suffix('*') {
            Some(start) => (format!("location {start}"), format!("{start}file")),
            None => (format!("location = {path}"), path.to_owned()),
        };
        let _ = writeln!(text, "    {matches} {{");
        for (name, value) in rules.settled(&example) {
            let _ = writeln!(text, "        add_header {name} \"{value}\" always;");
        }
        text.push_str("    }\n");
    }
    text + "}\n"
}

/// Within `route`, Caddy keeps the order: the later rule holds.
pub(super) fn caddy(rules: &HeaderRules) -> String {
    let mut text = String::from(
        "# 请改域名与 root · change the domain and root\nself-test.example {\n    root * /srv/zjtx/site\n    route {\n",
    );
    for path in rules.paths() {
        let matcher = if path == "/*" { String::new() } else { format!("{path} ") };
        for (name, value) in rules.own(path) {
            let _ = writeln!(text, "        header {matcher}{name} \"{value}\"");
        }
    }
    let _ = writeln!(
        text,
        "        file_server {{\n            precompressed br gzip\n            hide {HEADERS_FILE} .*"
    );
    text + "        }\n    }\n    handle_errors {\n        rewrite * /404.html\n        file_server\n    }\n}\n"
}

#[cfg(test)]
mod tests {
    use zjtx_site::HeaderRules;

    use super::{caddy, nginx};

    const RULES: &str = "/*\n  X-Kind: page\n/\n  X-Home: yes\n/assets/*\n  X-Kind: asset\n/sw.js\n  Cache-Control: no-cache\n";

    #[test]
    fn each_place_has_the_headers_that_its_rules_give_together() {
        let text = nginx(&HeaderRules::parse(RULES).expect("well formed rules"));
        let block = |start: &str| {
            text.split(start).nth(1).and_then(|rest| rest.split('}').next()).expect("a block").to_owned()
        };
        assert!(
            block("location /assets/ {").contains("x-kind \"asset\"")
                && !block("location /assets/ {").contains("page")
        );
        assert!(block("location / {").contains("page") && !block("location / {").contains("x-home"));
        assert!(block("location = / {").contains("page") && block("location = / {").contains("x-home"));
        let worker = block("location = /sw.js {");
        assert!(
            worker.contains("x-kind \"page\"") && worker.contains("cache-control \"no-cache\""),
            "{worker}"
        );
        assert!(text.contains("location = /_headers { return 404; }"), "{text}");
    }

    #[test]
    fn later_rules_come_later() {
        let text = caddy(&HeaderRules::parse(RULES).expect("well formed rules"));
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
        assert!(place("header x-kind \"page\"") < place("header /assets/* x-kind \"asset\""));
    }
}
