//! A text as a square that a camera reads (ISO/IEC 18004), drawn as SVG by the server: what is in
//! it goes to nobody else.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// The white border that readers need, in modules.
const QUIET: usize = 4;

/// The square with this text, or nothing when the text is too long for one. It is dark on white in
/// every colour scheme, because many readers know no other. `label` is what it is, in words.
pub fn qr_code(text: &str, label: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let whole = width + 2 * QUIET;
    let path = path_of(&code.into_colors(), width);
    Some(html! {
        svg .qr-code role="img" aria-label=(label) viewBox=(format!("0 0 {whole} {whole}"))
            xmlns="http://www.w3.org/2000/svg" {
            rect width=(whole) height=(whole) fill="#fff" {}
            path d=(path) fill="#000" shape-rendering="crispEdges" {}
        }
    })
}

/// Every run of dark modules as a bar of height one.
fn path_of(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width.max(1)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            let length = run.len();
            if run.first() == Some(&Color::Dark) {
                let (x, y) = (x + QUIET, y + QUIET);
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            x += length;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_has_its_three_corners_and_its_border() {
        let drawn = qr_code("otpauth://totp/Tijori:rahima?secret=ABC", "Code");
        let text = drawn.map(maud::PreEscaped::into_string).unwrap_or_default();
        // A corner begins with a bar of seven modules, inside the border of four.
        assert!(text.contains("M4 4h7v1h-7z"), "{text}");
        assert!(text.contains("aria-label=\"Code\""), "{text}");
        assert!(!text.contains("M0 ") && !text.contains("M3 "), "{text}");
    }

    #[test]
    fn what_does_not_fit_is_not_drawn() {
        assert!(qr_code(&"x".repeat(5_000), "Code").is_none());
    }
}
