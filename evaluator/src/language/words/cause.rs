//! Why something is open, in a sentence.

use super::Names;
use crate::language::cause::Cause;

impl Names<'_> {
    /// The sentence of a cause.
    pub fn cause(&self, cause: Cause) -> String {
        match cause {
            Cause::Missing { fact, year } => self.missing(&self.term(fact), year),
            Cause::ZeroDenominator => self
                .pick("分母为零，比值不能计算", "the denominator is zero; the ratio cannot be computed")
                .to_owned(),
            Cause::BaseNotPositive => self
                .pick(
                    "基期不是正数，增长率不能计算",
                    "the base is not positive; the growth cannot be computed",
                )
                .to_owned(),
            Cause::NoFullYear => self
                .pick("经营不满一年，不能计算", "there is no full year yet; it cannot be computed")
                .to_owned(),
            Cause::ExpertsGrade => self
                .pick("待核：档内分数由专家评定", "to be confirmed: experts give the points inside a band")
                .to_owned(),
            Cause::AmbiguousText => self
                .pick(
                    "待核：对原文的理解不同，结论不同",
                    "to be confirmed: readings of the text differ in result",
                )
                .to_owned(),
            Cause::NeedsReview => {
                self.pick("待核：需对照原文件确认", "to be confirmed against the document").to_owned()
            }
            Cause::NotInTable => self
                .pick("表中没有对应的行，请向主管部门核实", "the table has no row for it; ask the authority")
                .to_owned(),
        }
    }

    fn missing(&self, term: &str, year: Option<i16>) -> String {
        match year {
            Some(year) => self
                .either(|| format!("待填：{term}（{year} 年）"), || format!("not answered: {term} ({year})")),
            None => self.either(|| format!("待填：{term}"), || format!("not answered: {term}")),
        }
    }
}
