//! The header that names a file to be saved (RFC 6266, with the extended form of RFC 8187).

use backup::attachment_file_name;
use faces::disposition::{both_forms, without_joiners};

/// `attachment` or `inline`, with the name in both forms. Joiners are left out: browsers would
/// show `_` in their place.
pub(crate) fn content_disposition(disposition: &str, name: &str) -> String {
    let name = without_joiners(&attachment_file_name(name));
    let plain: String = name
        .chars()
        .map(|letter| match letter {
            '"' | '\\' | '%' | '/' => '_',
            _ if letter.is_ascii() => letter,
            _ => '_',
        })
        .collect();
    both_forms(disposition, &plain, &name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_script_survive_and_break_nothing() {
        assert_eq!(
            content_disposition("attachment", "রসিদ \"১\".pdf"),
            "attachment; filename=\"____ -_-.pdf\"; filename*=UTF-8''\
             %E0%A6%B0%E0%A6%B8%E0%A6%BF%E0%A6%A6%20-%E0%A7%A7-.pdf"
        );
        assert!(!content_disposition("inline", "a\r\nSet-Cookie: x").contains('\n'));
        let turned = content_disposition("attachment", "invoice_\u{202e}fdp.exe");
        assert!(turned.ends_with("UTF-8''invoice_fdp.exe"), "{turned}");
        let long = format!("{}.pdf", "ক".repeat(300));
        let header = content_disposition("attachment", &long);
        assert!(header.len() < 800 && header.ends_with(".pdf"), "{header}");
    }
}
