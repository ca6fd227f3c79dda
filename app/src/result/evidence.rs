//! The evidence 「佐证材料」 for the conditions that are met or to be met.

use crate::{result::words, rulebook::Rules, store::Store, words::Lang};
use std::collections::BTreeSet;
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactIx, Term};

/// A piece of evidence and what it proves.
pub struct Proof<'t> {
    /// Its Chinese name, which is the same in every language of the page.
    pub id: &'t str,
    /// Its name for the reader.
    pub name: &'t str,
    /// Names of the facts that it proves.
    pub facts: Vec<&'t str>,
    /// Where it stands: that of the last fact that it proves.
    place: usize,
}

/// The evidence for the conditions that are met or to be met, in the order in which it is gathered.
pub fn proofs<'t>(rules: &'t Rules, assessments: &[&Assessment<'_, '_>], lang: Lang) -> Vec<Proof<'t>> {
    let (terms, order) = (rules.terms(), order(rules));
    let facts: BTreeSet<FactIx> =
        assessments.iter().flat_map(|assessment| assessment.facts_to_prove()).collect();
    let mut proofs: Vec<Proof<'_>> = Vec::new();
    for term in facts.into_iter().filter_map(|fact| terms.term(fact)) {
        let Some(evidence) = term.evidence() else { continue };
        let (name, place) = (term.term().get(lang), place(rules, &order, term));
        if let Some(proof) = proofs.iter_mut().find(|proof| proof.id == evidence.zh) {
            proof.facts.push(name);
            proof.place = proof.place.max(place);
        } else {
            proofs.push(Proof { id: &evidence.zh, name: evidence.get(lang), facts: vec![name], place });
        }
    }
    proofs.sort_by_key(|proof| proof.place);
    proofs
}

/// Sections of the vocabulary in the order in which their evidence is gathered: 证照, 审计, 知识产权, 市场, 信用.
fn order(rules: &Rules) -> Vec<String> {
    rules.catalog().preparation().into_iter().flat_map(|step| step.evidence).collect()
}

fn place(rules: &Rules, order: &[String], term: &Term) -> usize {
    let section = rules.terms().sections().get(term.section());
    let is_it = |id: &String| section.is_some_and(|section| section.id == *id);
    order.iter().position(is_it).unwrap_or(order.len())
}

/// Each kind of evidence with the facts that it proves.
pub fn list(store: &Store, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    let assessments: Vec<_> = assessments.iter().collect();
    let proofs = proofs(&store.model().rules, &assessments, lang);
    if proofs.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card evidence">
            <summary><h2>{ words::EVIDENCE.get(lang) }</h2></summary>
            <ul>{ for proofs.iter().map(|proof| html! { <li>{ line(proof, lang) }</li> }) }</ul>
        </details>
    }
}

/// The evidence, and what it proves.
pub fn line(proof: &Proof<'_>, lang: Lang) -> Html {
    html! { <><b>{ proof.name }</b>{ words::COLON.get(lang) }{ proof.facts.join(words::LIST_COMMA.get(lang)) }</> }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::proofs;
    use crate::{
        draft::Draft,
        rulebook::Rules,
        scope::Scope,
        standing::assess,
        testing::{day, rules},
        words::Lang,
    };

    /// Ids of the evidence of a firm with these answers, for the chosen levels of 2026.
    fn ids(rules: &Rules, answers: &[(&str, &str)]) -> Vec<String> {
        let mut draft = Draft::new(Scope::on(day("2026-11-28"), rules));
        answers.iter().for_each(|(key, text)| draft.answer(key, text));
        let dossier = draft.dossier(rules.terms());
        let assessments = assess(&draft.scope, rules, &dossier);
        let assessments: Vec<_> = assessments.iter().collect();
        proofs(rules, &assessments, Lang::Zh).iter().map(|proof| proof.id.to_owned()).collect()
    }

    #[test]
    fn licences_come_first_then_audits_property_the_market_and_credit() {
        let ids = ids(&rules(), &[]);
        let place =
            |id: &str| ids.iter().position(|of| of == id).unwrap_or_else(|| panic!("no {id}: {ids:?}"));
        let wanted = [
            "营业执照",
            "公告文件",
            "审计报告；未体现研发费用的，附研发专项审计",
            "每项的应用效益说明；发明专利以外的知识产权证书",
            "能显示最早业务时间的合同、发票等",
            "培育平台的得分页面",
            "国家企业信用信息公示系统查询结果",
        ];
        assert_eq!(ids.first().map(String::as_str), Some("营业执照"));
        assert!(wanted.map(place).is_sorted(), "{ids:?}");
    }

    #[test]
    fn what_a_firm_does_not_have_is_not_to_be_proven_but_what_it_must_get_is() {
        let rules = rules();
        let none = [
            ("science_award_3y", "false"),
            ("award_national_rank_3y", "none"),
            ("award_provincial_or_above_rank_3y", "none"),
            ("paid_in_equity_financing@2025", "0"),
            ("paid_in_equity_financing@2024", "0"),
            ("paid_in_equity_financing@2023", "0"),
            ("specialized_title", "false"),
            ("operating_revenue@2025", "1000"),
        ];
        let (before, after) = (ids(&rules, &[]), ids(&rules, &none));
        for evidence in ["获奖证书", "增资协议、实缴出资凭证、投资机构备案材料"] {
            assert!(before.iter().any(|id| id == evidence), "{evidence}: {before:?}");
            assert!(!after.iter().any(|id| id == evidence), "{evidence}: {after:?}");
        }
        assert!(after.iter().any(|id| id == "认定文件"), "the title must be had: {after:?}");
    }

    #[test]
    fn one_alternative_that_is_met_is_enough() {
        let rules = rules();
        let with_honour = ids(&rules, &[("valid_honour", "true"), ("innovative_title", "true")]);
        assert!(with_honour.iter().any(|id| id == "荣誉证书"), "{with_honour:?}");
        for spare in ["入库登记编号", "知识产权证书及与主导产品相关的说明"] {
            assert!(!with_honour.iter().any(|id| id == spare), "{spare}: {with_honour:?}");
        }
    }
}
