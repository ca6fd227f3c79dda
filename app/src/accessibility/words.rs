//! What the page of accessibility says.

use crate::words::Words;

pub const AIM: Words = Words::new(
    "本站按《Web内容无障碍指南》（WCAG）2.2 AA 级和 GB/T 37668 二级的要求设计。",
    "This site is made to meet WCAG 2.2 level AA and GB/T 37668 level 2.",
);
pub const TESTED: Words = Words::new("已做的检查", "What was tested");
pub const TESTS: [Words; 5] = [
    Words::new(
        "各页在手机、电脑、深色、大字、英文、强制配色和 400% 放大下，均用 axe 自动检查。",
        "Every page is checked by axe on a phone, on a desktop, dark, large, in English, in forced colours and at 400 %.",
    ),
    Words::new(
        "全部题目和引导填写均可只用键盘完成，也可只用触摸完成。",
        "Both forms can be filled in by keyboard alone, and by touch alone.",
    ),
    Words::new(
        "所有可操作的内容在读屏软件中都有名称；填写时只播报结论的变化。",
        "Whatever can be used has a name for a screen reader; while one fills in, only changes of the verdicts are spoken.",
    ),
    Words::new(
        "引导填写、查看结果、差距与路径、自测记录和下一年度填报，全部题目（仅用键盘）、批量摸底、网站嵌入和区统计，在 Chromium、WebKit（WebKitGTK）、Firefox（ESR）三种浏览器内核中均已走通。",
        "The guided form with its result, routes, record and next year, all questions by keyboard alone, lists, the embedding and the officers’ page were gone through in three browser engines: Chromium, WebKit (WebKitGTK) and Firefox (ESR).",
    ),
    Words::new(
        "页脚可切换“大字版”和“深色”；大字版中按钮不小于 60 像素。",
        "“Large text” and “Dark” are switched in the footer; buttons in large text are at least 60 pixels high.",
    ),
];
pub const UNTESTED: Words = Words::new("尚未检查", "What was not tested");
pub const NOT_TESTED: Words = Words::new(
    "尚未由残障人士试用，也未在真实的手机读屏软件上逐页检查。",
    "No disabled person has tried it yet, nor was every page read by a screen reader on a real phone.",
);
pub const TELL: Words = Words::new("遇到障碍时", "If something stands in your way");
pub const WHOM: Words = Words::new(
    "请告知主办单位，名称和联系方式见页面底部；底部没有写明的，请告知向您提供本站的单位。请说明页面名称、所用设备、浏览器和读屏软件。",
    "Please tell the office that runs this site; its name and contact stand at the foot of the page. Where none is named there, tell whoever gave you this site. Please say which page it was, and which device, browser and screen reader you use.",
);
pub const INSTEAD: Words = Words::new(
    "各级条件另有不需要脚本、可以打印的版本：",
    "The conditions can also be read and printed without scripts: ",
);
pub const CRITERIA: Words = Words::new("各级条件一览", "The criteria");
