//! What the page on privacy says.

use crate::words::Words;

pub const WHERE_KEPT: Words = Words::new("保存在哪里", "Where it is kept");
pub const SITE_IS_KEPT: Words = Words::new(
    "为便于离线使用，浏览器会缓存网页文件，其中不含填报内容。",
    "So that it opens without a network, the browser also keeps a copy of the site itself, with nothing you typed in it.",
);
pub const CLEAR_THIS_DEVICE: Words = Words::new("清除本机数据", "Clear this device");
pub const DELETES_ALL: Words = Words::new(
    "删除本机上所有企业的填写内容和全部自测记录，不能恢复。如需留存，请先在",
    "Deletes the forms and past tests of all firms on this device for good. Save them as a file first, on the page ",
);
pub const EXPORT_FIRST: Words = Words::new("页导出全部记录。", ", where you need them.");
pub const KEPT_IN_THE_BROWSER: Words = Words::new(
    "正在填写的内容、准备清单上的勾、当前企业和语言选择存放在这个浏览器的本地存储（localStorage）里，自测记录和企业名单存放在这个浏览器的数据库（IndexedDB）里。更换设备或浏览器后无法查看。",
    "The form being filled in, the ticks of preparation lists, the present firm and the language are kept in the local storage of this browser (localStorage), past tests and the list of firms in its database (IndexedDB), and nowhere else.",
);
pub const KEPT_NOWHERE: Words = Words::new(
    "当前浏览器无法保存，关闭页面后填报内容将丢失。",
    "This browser does not store anything: answers last only while this page is open.",
);
pub const WITHIN_ANOTHER_SITE: Words = Words::new(
    "本页嵌在其他网站时，浏览器会将数据单独存放，与其他网站隔离；无法保存时，关闭页面后内容将丢失，可先导出文件。",
    "Where another site frames this page, the browser keeps it in a part of its own for that site; where it keeps nothing, it lasts while the page is open and can be saved as a file.",
);
pub const A_COUNT_LEAVES: Words =
    Words::new("对外发送的内容：仅限您同意的匿名计数", "What leaves this page: only a count you agreed to");
pub const NOTHING_LEAVES: Words = Words::new("对外发送的内容：无", "What leaves this page: nothing");
pub const NOTHING_TYPED_IS_SENT: Words = Words::new(
    "打开网页时仅下载网页文件。填写、判断、保存、导出都在本机完成，不发送任何填写的内容，不使用第三方服务，不设跟踪。",
    "Opening the page downloads the page itself. Filling in, judging, keeping and exporting happen on this device. Nothing you type is sent, no third party is used and nobody is tracked.",
);
pub const WHAT_A_COUNT_SAYS: Words = Words::new(
    "只有在结果页按下“匿名计入本区统计”，并在看到将要发送的全部内容之后再按“发送”，才会按级别各发送一条匿名计数，内容为：标准、级别、所在区、结论、统计周和防重复随机数。与访问任何网站一样，服务器在接收时能看到来源网络地址，但程序不予保存。同一标准每周只计一次。",
    "Only when you press “Be counted anonymously” on the result page, and then “Send” after seeing all that would be sent, does one line of 94 bytes leave for each level: standard, level, district, verdict, week, and a random number that only keeps it from counting twice. Whoever operates the server sees at that moment from which address it comes; the program keeps no address. A standard counts once a week.",
);
pub const SURE: Words = Words::new("确定清除？", "Clear it all?");
pub const CLEAR: Words = Words::new("确定清除", "Clear");
pub const KEEP: Words = Words::new("保留", "Keep");
