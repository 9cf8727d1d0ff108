//! A reference as a beginning and a number, and the same with another number.

/// The zeros of the scripts in which people write numbers: Latin, Devanagari, Bengali, Arabic.
const ZEROS: [char; 4] = ['0', '\u{966}', '\u{9e6}', '\u{660}'];
/// More digits are no number but a code, as of a bank.
const DIGITS_MAX: usize = 18;

/// A reference that ends in digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// What stands before the digits.
    pub beginning: String,
    /// The number.
    pub value: u64,
    /// How many digits it was written with.
    width: usize,
    /// The zero of its script.
    zero: char,
}

impl Number {
    /// The number at the end of a reference; nothing when it does not end in digits of one script,
    /// or in too many of them.
    pub(super) fn of(reference: &str) -> Option<Self> {
        let zero = zero_of(reference.chars().next_back()?)?;
        let is_digit = |letter: char| zero_of(letter) == Some(zero);
        let width = reference
            .chars()
            .rev()
            .take_while(|letter| is_digit(*letter))
            .count();
        if width > DIGITS_MAX {
            return None;
        }
        let letters = reference.chars().count();
        let before = letters.saturating_sub(width);
        let value = reference
            .chars()
            .skip(before)
            .try_fold(0_u64, |sum, letter| {
                let digit = u32::from(letter).checked_sub(u32::from(zero))?;
                sum.checked_mul(10)?.checked_add(digit.into())
            })?;
        Some(Self {
            beginning: reference.chars().take(before).collect(),
            value,
            width,
            zero,
        })
    }

    /// The reference with another number, written as this one is.
    pub(super) fn with(&self, value: u64) -> String {
        let latin = format!("{value:0width$}", width = self.width);
        let digits = latin.chars().filter_map(|digit| {
            let digit = digit.to_digit(10)?;
            char::from_u32(u32::from(self.zero).checked_add(digit)?)
        });
        self.beginning.chars().chain(digits).collect()
    }
}

/// The zero of the script of a digit.
fn zero_of(letter: char) -> Option<char> {
    ZEROS.into_iter().find(|zero| {
        (u32::from(*zero)..=u32::from(*zero).saturating_add(9)).contains(&u32::from(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(reference: &str) -> Option<String> {
        let number = Number::of(reference)?;
        Some(number.with(number.value + 1))
    }

    #[test]
    fn numbers_go_on_as_they_are_written() {
        for (reference, wanted) in [
            ("INV-0041", "INV-0042"),
            ("99", "100"),
            ("INV-099", "INV-100"),
            ("2026/7", "2026/8"),
            ("০৭", "০৮"),
            ("चालान ९९", "चालान १००"),
        ] {
            assert_eq!(next(reference).as_deref(), Some(wanted));
        }
    }

    #[test]
    fn what_does_not_end_in_a_number_is_none() {
        for reference in ["", "27/B", "cash", "1234567890123456789"] {
            assert_eq!(next(reference), None, "{reference}");
        }
    }
}
