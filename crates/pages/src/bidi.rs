//! What users wrote, shown safely: as text, in its own direction, with its own line breaks.
//!
//! Files bring names in any script and fields full of HTML. Everything here escapes; nothing here
//! interprets.

use maud::{Markup, html};

/// Text that a user wrote, on one or more lines: inside `<bdi>`, so that its direction is its own
/// and cannot reorder what stands around it, and with its line breaks kept. HTML in it is shown,
/// never obeyed.
pub fn user_text(text: &str) -> Markup {
    html! {
        bdi dir="auto" {
            @for (index, line) in text.lines().enumerate() {
                @if index > 0 { br; }
                (line)
            }
        }
    }
}

/// A long text that a user wrote, as a block that keeps spaces and line breaks: addresses, notes,
/// HTML shown as text.
pub fn user_block(text: &str) -> Markup {
    html! { div .user-block dir="auto" { (text) } }
}

/// Whether the text holds letters that are written from right to left (Hebrew, Arabic, Syriac,
/// Thaana, NKo, and the presentation forms and historic scripts beside them).
pub fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|character| {
        matches!(
            character,
            '\u{0590}'..='\u{08FF}'
                | '\u{FB1D}'..='\u{FDFF}'
                | '\u{FE70}'..='\u{FEFC}'
                | '\u{10800}'..='\u{10FFF}'
                | '\u{1E800}'..='\u{1EFFF}'
                | '\u{200F}'
                | '\u{202B}'
                | '\u{202E}'
                | '\u{2067}'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_users_is_shown_and_lines_are_kept() {
        let shown = user_text("<script>alert(1)</script>\nsecond & last").into_string();
        assert_eq!(
            shown,
            "<bdi dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt;<br>second &amp; last</bdi>"
        );
    }

    #[test]
    fn right_to_left_letters_are_found() {
        assert!(has_right_to_left("Zatca مؤسسة"));
        assert!(!has_right_to_left("ঢাকা मुदी Éric 12"));
    }
}
