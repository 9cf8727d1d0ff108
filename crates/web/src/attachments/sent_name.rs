//! The name of a file as a browser sends it in a form.

/// The name that was meant. Browsers write exactly three characters of a file name in another way
/// (WHATWG HTML, "Multipart form data"), and a per cent sign as itself, so nothing else is decoded.
pub(crate) fn sent_file_name(sent: &str) -> String {
    sent.replace("%22", "\"")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_characters_are_decoded_and_no_other() {
        assert_eq!(sent_file_name("a%22b%22.pdf"), "a\"b\".pdf");
        assert_eq!(sent_file_name("a%0D%0Ab"), "a\r\nb");
        assert_eq!(sent_file_name("100%25 %2F %0d.pdf"), "100%25 %2F %0d.pdf");
    }
}
