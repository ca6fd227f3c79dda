//! What the page of the dossier file says.

use crate::words::Words;

pub const OPENED_THE_DOSSIER_FILE: Words = Words::new("已打开档案文件：", "Opened the dossier file: ");
pub const NOT_OPENED: Words = Words::new("没有打开 ", "Not opened: ");
pub const WHAT_WAS_FILLED_IN: Words = Words::new(
    "。已填写的内容没有改动。请改正下列各处后再打开：",
    ". What was filled in is unchanged. Please mend these places and open it again:",
);
pub const OPEN_A_DOSSIER_FILE: Words = Words::new("打开档案文件", "Open a dossier file");
pub const DOSSIER_FILE: Words = Words::new("档案文件", "Dossier file");
pub const THE_DOSSIER_FILE_HOLDS: Words = Words::new(
    "档案文件就是已填写的内容，存在您自己的设备上：可以留底、换一台电脑继续填，或交给同事。打开另一份档案后，先前填写的内容可以恢复。",
    "The dossier file holds what was filled in, on your own device: to keep, to go on with on another computer, or to hand to a colleague. After another file was opened, the former answers can be brought back.",
);
pub const BACK_TO_THE_FORM: Words = Words::new("返回填写", "Back to the form");
