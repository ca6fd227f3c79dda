//! The verdict that a report carries.

use crate::codes::codes;

codes! {
    /// The final verdict 「最终判断结果」 of one self-test.
    pub enum Verdict as VerdictCode {
        /// 「符合」
        Met = "1", "符合";
        /// 「不符合」
        Unmet = "2", "不符合";
        /// 「材料待补或无法判定」
        Undetermined = "3", "材料待补或无法判定";
        /// 「有否决性条件」
        Vetoed = "4", "有否决性条件";
    }
}
