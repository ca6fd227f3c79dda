//! What the page of the dossier file says.

use crate::words::Words;

pub const OPENED_THE_DOSSIER_FILE: Words = Words::new("已导入填报文件：", "Opened the dossier file: ");
pub const NOT_OPENED: Words = Words::new("无法打开 ", "Not opened: ");
pub const WHAT_WAS_FILLED_IN: Words = Words::new(
    "，已填内容未受影响。请更正下列各处后再导入：",
    ". What was filled in is unchanged. Please mend these places and open it again:",
);
pub const OPEN_A_DOSSIER_FILE: Words = Words::new("导入填报文件", "Open a dossier file");
pub const DOSSIER_FILE: Words = Words::new("填报文件", "Dossier file");
pub const THE_DOSSIER_FILE_HOLDS: Words = Words::new(
    "填报文件保存已填内容，可用于留存、换电脑继续填写或发给同事。导入另一份后，原填报可以恢复。",
    "The dossier file holds what was filled in, on your own device: to keep, to go on with on another computer, or to hand to a colleague. After another file was opened, the former answers can be brought back.",
);
pub const BACK_TO_THE_FORM: Words = Words::new("返回填写", "Back to the form");
