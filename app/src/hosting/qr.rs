//! An address as a QR code, drawn on this device.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;
use yew::prelude::*;

/// White cells around the code, as the standard wants.
const QUIET: i32 = 4;

/// Draws the code; nothing for an address that is too long for one.
pub fn view(address: &str, label: &str) -> Html {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else { return Html::default() };
    let side = code.size() + 2 * QUIET;
    html! {
        <svg class="qr" role="img" aria-label={label.to_owned()} viewBox={format!("0 0 {side} {side}")}
            shape-rendering="crispEdges">
            <path fill="#fff" d={format!("M0 0h{side}v{side}H0z")} />
            <path fill="#000" d={cells(&code)} />
        </svg>
    }
}

/// The dark cells as one path.
fn cells(code: &QrCode) -> String {
    let mut path = String::new();
    for (y, x) in (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (y, x))) {
        if code.get_module(x, y) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    path
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::cells;
    use qrcodegen::{QrCode, QrCodeEcc};

    #[test]
    fn a_code_has_its_three_corners() {
        let code = QrCode::encode_text("https://test.example/", QrCodeEcc::Medium).expect("a short address");
        let path = cells(&code);
        let far = code.size() + super::QUIET - 1;
        for corner in ["M4 4h".to_owned(), format!("M{far} 4h"), format!("M4 {far}h")] {
            assert!(path.contains(&corner), "{corner}");
        }
    }
}
