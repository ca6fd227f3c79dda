//! The progress bar, on standard error and only where that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar of firms; its length grows as sheets tell theirs.
pub fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len} 家 {per_sec} 剩余 {eta}");
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
