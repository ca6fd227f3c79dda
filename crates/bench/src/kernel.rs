//! The conditions of `cn-specialized-sme-2022` written by hand, for firms of whom everything is known.
//! Figures in millionths, as in the evaluator; products of amounts up to 10¹⁵ with percents fit 63 bits.

use zjtx_evaluator::{Dossier, Terms, Value};

/// What the conditions read.
pub(crate) struct Firm {
    sound: bool,
    years: i64,
    revenue: i64,
    rd: [i64; 2],
    equity: i64,
    core: [i64; 3],
    profit: i64,
    assets: i64,
    liabilities: i64,
    staff: [i64; 2],
    domain: i64,
    digital: i64,
    quality: i64,
    local: i64,
    ip: i64,
    institution: i64,
    direct: bool,
}

/// Millionths in one.
const M: i64 = 1_000_000;

impl Firm {
    /// The figures of a dossier of 2023; what is absent is 0, 否 or 无.
    pub(crate) fn of(dossier: &Dossier, terms: &Terms) -> Self {
        let read = Reader { dossier, terms };
        let equity =
            read.year("paid_in_equity_financing", 2022) + read.year("paid_in_equity_financing", 2021);
        let rd = [read.year("rd_expense", 2022), read.year("rd_expense", 2021)];
        Self {
            sound: read.yes("legal_person")
                && read.choice("size_class") != 0
                && read.yes("innovative_title")
                && !read.yes("abnormal_operation_list")
                && !read.yes("serious_dishonesty_list")
                && !read.yes("prohibited_product")
                && !read.yes("incident_or_tax_evasion_3y"),
            years: read.number("years_in_segment"),
            revenue: read.year("operating_revenue", 2022),
            rd,
            equity,
            core: [2022, 2021, 2020].map(|year| read.year("core_business_revenue", year)),
            profit: read.year("net_profit", 2022),
            assets: read.year("total_assets", 2022),
            liabilities: read.year("total_liabilities", 2022),
            staff: [read.number("rd_staff"), read.number("employee_total")],
            domain: read.points("product_domain", &[("gap_filling", 5), ("six_bases", 3)]),
            digital: read.points("digital_level", &[("level_4", 5), ("level_3", 5), ("level_2", 3)]),
            quality: read.count("quality_items"),
            local: read.number("local_feature_points") / 1_000_000,
            ip: read.points(
                "ip_grade",
                &[("class1_high_value", 10), ("class1_self_developed", 8), ("class1", 6), ("class2", 2)],
            ),
            institution: read.points(
                "rd_institution_level",
                &[("national", 10), ("provincial", 8), ("city", 4), ("below_city", 2)],
            ),
            direct: read.rank("award_provincial_rank_3y", 3)
                || read.rank("award_national_rank_3y", 5)
                || rd[0] + rd[1] >= 2_000 * M
                || equity >= 6_000 * M
                || read.yes("maker_china_top500_3y"),
        }
    }

    /// Whether the conditions are met, and the score; without a branch.
    pub(crate) fn judge(&self) -> (bool, i64) {
        let score = self.score();
        let gates = self.sound
            & (self.years >= 2_000_000)
            & (self.rd[0] >= 100 * M)
            & (self.rd[0] * 100 >= self.revenue * 3)
            & ((self.revenue >= 1_000 * M) | (self.equity >= 2_000 * M));
        (gates & ((score >= 60) | self.direct), score)
    }

    fn score(&self) -> i64 {
        let rd_share = band(self.rd[0], self.revenue, [(10, 2), (8, 2), (6, 2), (4, 2), (3, 2)]);
        let rd_money = band(self.rd[0], 100 * M, [(500, 2), (400, 2), (300, 2), (200, 2), (100, 2)]);
        band(self.core[0], self.revenue, [(80, 2), (70, 2), (60, 1)])
            + self.growth()
            + (self.years / 2_000_000).min(5)
            + self.domain
            + self.digital
            + (self.quality * 3).min(5)
            + band(self.profit, self.revenue, [(10, 2), (8, 2), (6, 2), (4, 2), (2, 2)])
            + self.debt()
            + self.local
            + self.ip
            + rd_share.max(rd_money)
            + band(self.staff[0], self.staff[1], [(20, 2), (10, 2), (5, 1)])
            + self.institution
    }

    /// Mean of the two yearly growth rates, as one fraction.
    fn growth(&self) -> i64 {
        let [now, middle, base] = self.core.map(i128::from);
        let (of, to) = (now * base + middle * middle - 2 * middle * base, 2 * middle * base);
        let reaches = |percent: i128| 2 * i64::from(of * 100 >= to * percent);
        reaches(10) + reaches(8) + reaches(6) + reaches(4) + reaches(0)
    }

    fn debt(&self) -> i64 {
        let at_most = |percent: i64| i64::from(self.liabilities * 100 <= self.assets * percent);
        2 * at_most(50) + 2 * at_most(60) + at_most(70)
    }
}

/// For each edge, in percent, that `of ÷ to` reaches, the points it adds to the one below.
fn band<const N: usize>(of: i64, to: i64, edges: [(i64, i64); N]) -> i64 {
    edges.iter().map(|(percent, points)| i64::from(of * 100 >= to * percent) * points).sum()
}

struct Reader<'r> {
    dossier: &'r Dossier,
    terms: &'r Terms,
}

impl Reader<'_> {
    fn get(&self, id: &str) -> Option<&Value> {
        self.dossier.get(self.terms.find(id)?)
    }

    fn yes(&self, id: &str) -> bool {
        self.get(id).and_then(Value::as_bool) == Some(true)
    }

    fn number(&self, id: &str) -> i64 {
        self.get(id).and_then(Value::as_number).unwrap_or(0)
    }

    fn year(&self, id: &str, year: i16) -> i64 {
        self.terms.find(id).and_then(|fact| self.dossier.get_year(fact, year)).unwrap_or(0)
    }

    fn choice(&self, id: &str) -> u8 {
        if let Some(Value::Choice(index)) = self.get(id) { *index } else { 0 }
    }

    fn points(&self, id: &str, points: &[(&str, i64)]) -> i64 {
        let term = self.terms.find(id).and_then(|fact| self.terms.term(fact));
        let chosen = term.and_then(|term| term.choice_id(self.choice(id)));
        points.iter().find(|(id, _)| Some(*id) == chosen).map_or(0, |(_, points)| *points)
    }

    fn count(&self, id: &str) -> i64 {
        if let Some(Value::Set(set)) = self.get(id) { i64::from(set.count_ones()) } else { 0 }
    }

    fn rank(&self, id: &str, best: u32) -> bool {
        matches!(self.get(id), Some(Value::Rank(Some(rank))) if *rank <= best)
    }
}
