use super::*;
use crate::base::number::Operator;

fn bound(operator: Operator, literal: &str) -> Bound {
    Bound { operator, literal: Literal::parse(literal).unwrap() }
}

fn share(of: i128, to: i128) -> Magnitude {
    Magnitude::Exact(Fraction::new(of, to).unwrap())
}

#[test]
fn a_rounded_share_never_contradicts_its_truth() {
    let at_least = bound(Operator::AtLeast, "3%");
    assert_eq!(shown(share(3, 100), at_least, Lang::Zh), "3%");
    assert_eq!(shown(share(2996, 100_000), at_least, Lang::Zh), "2.996%");
    assert_eq!(shown(share(2_999_999, 100_000_000), at_least, Lang::Zh), "2.999999%");
    assert_eq!(shown(share(29_999_999_999, 1_000_000_000_000), at_least, Lang::Zh), "< 3%");
    let at_most = bound(Operator::AtMost, "70%");
    assert_eq!(shown(share(70_000_000_001, 100_000_000_000), at_most, Lang::Zh), "> 70%");
    let more_than = bound(Operator::MoreThan, "50%");
    assert_eq!(shown(share(1, 2), more_than, Lang::Zh), "50%");
    assert_eq!(shown(share(500_000_000_001, 1_000_000_000_000), more_than, Lang::Zh), "> 50%");
}

#[test]
fn money_is_shown_to_the_fen() {
    let at_least = bound(Operator::AtLeast, "1000万元");
    let value = Magnitude::Exact(Fraction::whole(999_999_999));
    assert_eq!(shown(value, at_least, Lang::Zh), "999.999999 万元");
    assert_eq!(margin(value, at_least, Lang::Zh), "差 0.000001 万元");
    let ample = Magnitude::Exact(Fraction::whole(8_600_123_456));
    assert_eq!(shown(ample, at_least, Lang::Zh), "8600.123456 万元");
    let enough = Magnitude::Exact(Fraction::whole(1_000_000_000));
    assert_eq!(margin(enough, at_least, Lang::Zh), "恰好");
}

#[test]
fn counts_say_whether_they_are_of_things_or_people() {
    let value = Magnitude::Exact(Fraction::whole(1_000_000));
    for (literal, lang, own, short) in [
        ("4项", Lang::Zh, "1 项", "差 3 项"),
        ("50人", Lang::Zh, "1 人", "差 49 人"),
        ("2项", Lang::En, "1 item", "short by 1 item"),
        ("50人", Lang::En, "1 person", "short by 49 people"),
    ] {
        let at_least = bound(Operator::AtLeast, literal);
        assert_eq!(shown(value, at_least, lang), own);
        assert_eq!(margin(value, at_least, lang), short);
    }
}

#[test]
fn a_margin_is_never_rounded_to_nothing() {
    let at_least = bound(Operator::AtLeast, "3%");
    assert_eq!(margin(share(2_999_999, 100_000_000), at_least, Lang::Zh), "差 < 0.01 个百分点");
    assert_eq!(margin(share(288, 10_000), at_least, Lang::Zh), "差 0.12 个百分点");
    assert_eq!(
        margin(share(942, 1000), bound(Operator::AtLeast, "80%"), Lang::En),
        "14.2 percentage points to spare"
    );
}

#[test]
fn compound_growth_is_shown_beside_its_exact_truth() {
    let at_least = bound(Operator::AtLeast, "5%");
    let exactly = Magnitude::Compound(Growth { now: 11_025, base: 10_000, years: 2 });
    assert_eq!(shown(exactly, at_least, Lang::Zh), "5%");
    let short = Magnitude::Compound(Growth { now: 1_102_499_999_999, base: 1_000_000_000_000, years: 2 });
    assert_eq!(at_least.judge(short), Truth::Unmet);
    assert_eq!(shown(short, at_least, Lang::Zh), "4.999999%");
}
