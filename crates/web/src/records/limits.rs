//! What a single value may be, wherever it is typed: the limits of text and of amounts.
//!
//! They hold for what is newly typed only. What came with an imported file stays as it is, however
//! long it is, until somebody changes it.

use interchange::Shape;
use rust_decimal::Decimal;

/// The longest text of one line, in characters: longer names make no list readable.
pub const LINE_CHARACTERS_MAX: usize = 1_000;
/// The most lines of one record: as many as a batch has rows. What came with an imported file may
/// have more, and keeps them.
pub const LINES_COUNT_MAX: usize = 2_000;
/// The longest text of several lines, in characters: about thirty printed pages.
pub const TEXT_CHARACTERS_MAX: usize = 100_000;
/// Amounts stay below ten to the power of this, so that sums of ten thousand of them can still be
/// kept exactly with [`AMOUNT_DECIMALS_MAX`] decimals in the 28 digits that the ledger has.
pub const AMOUNT_DIGITS_MAX: u32 = 15;
/// The most decimals of an amount, enough for unit prices and rates of exchange.
pub const AMOUNT_DECIMALS_MAX: u32 = 10;

/// A rule that a value or record does not keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenRule {
    /// The stable code; faces translate it by the key `error-<code>`.
    pub code: &'static str,
    /// The facts of the sentence, by language-free names.
    pub arguments: Vec<(&'static str, String)>,
}

/// What is wrong with a text for a field of this shape; nothing when it may be kept.
pub fn broken_by_text(shape: Shape, text: &str) -> Option<BrokenRule> {
    let is_long = !matches!(shape, Shape::Text);
    let is_seen = |letter: char| !letter.is_control() || (is_long && "\n\r\t".contains(letter));
    if !text.chars().all(is_seen) {
        return Some(BrokenRule {
            code: "text-characters",
            arguments: Vec::new(),
        });
    }
    let limit = if is_long {
        TEXT_CHARACTERS_MAX
    } else {
        LINE_CHARACTERS_MAX
    };
    (text.chars().count() > limit).then(|| BrokenRule {
        code: "text-too-long",
        arguments: vec![("limit", limit.to_string())],
    })
}

/// What is wrong with an amount; nothing when the ledger can compute with it.
pub fn broken_by_amount(amount: Decimal) -> Option<BrokenRule> {
    let limit = 10_i64.pow(AMOUNT_DIGITS_MAX);
    let fits =
        amount.abs() < Decimal::from(limit) && amount.normalize().scale() <= AMOUNT_DECIMALS_MAX;
    (!fits).then(|| BrokenRule {
        code: "amount-too-large",
        arguments: vec![
            ("limit", limit.to_string()),
            ("decimals", AMOUNT_DECIMALS_MAX.to_string()),
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(broken: Option<BrokenRule>) -> Option<&'static str> {
        broken.map(|rule| rule.code)
    }

    #[test]
    fn texts_are_limited_at_the_edge() {
        let line = |count| code(broken_by_text(Shape::Text, &"ক".repeat(count)));
        assert_eq!(line(LINE_CHARACTERS_MAX), None);
        assert_eq!(line(LINE_CHARACTERS_MAX + 1), Some("text-too-long"));
        let long = |count| code(broken_by_text(Shape::LongText, &"a".repeat(count)));
        assert_eq!(long(TEXT_CHARACTERS_MAX), None);
        assert_eq!(long(TEXT_CHARACTERS_MAX + 1), Some("text-too-long"));
    }

    #[test]
    fn characters_that_cannot_be_seen_are_refused() {
        for text in ["A\0B", "\u{1b}[31m", "a\u{7f}", "a\u{9b}", "a\nb", "a\tb"] {
            assert_eq!(
                code(broken_by_text(Shape::Text, text)),
                Some("text-characters"),
                "{text:?}"
            );
        }
        assert_eq!(broken_by_text(Shape::LongText, "a\r\nb\tc"), None);
        assert_eq!(
            code(broken_by_text(Shape::LongText, "a\0b")),
            Some("text-characters")
        );
        // The joiner belongs to the word.
        assert_eq!(broken_by_text(Shape::Text, "র\u{200d}্যাব"), None);
    }

    #[test]
    fn amounts_are_limited_at_the_edge() {
        for (amount, wanted) in [
            ("999999999999999.9999999999", None),
            ("-999999999999999.9999999999", None),
            ("1000000000000000", Some("amount-too-large")),
            ("79228162514264337593543950335", Some("amount-too-large")),
            ("0.00000000001", Some("amount-too-large")),
            ("0.10000000000", None),
        ] {
            let amount: Decimal = amount.parse().expect("a decimal");
            assert_eq!(code(broken_by_amount(amount)), wanted, "{amount}");
        }
    }
}
