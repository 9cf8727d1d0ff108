//! The text in which a business keeps how it writes numbers (docs/SPEC-settings.md, 3):
//! Base64 of three fields: the decimal sign, the group sign and the size of groups.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use manager_file::wire::{Field, Message};

const DECIMAL_SIGN: u32 = 1;
const GROUP_SIGN: u32 = 2;
const GROUP_SIZE: u32 = 3;

/// How numbers are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberFormat {
    /// What stands before the decimals: `.`.
    pub decimal_sign: String,
    /// What stands between groups: `,`.
    pub group_sign: String,
    /// How many digits a group has: 3 for thousands, 2 for lakh and crore, 0 for no groups.
    pub group_size: i64,
}

impl NumberFormat {
    /// What a text of the field `NumberFormat` says; nothing when it is not of this form.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = STANDARD.decode(text.trim()).ok()?;
        let message = Message::parse(&bytes).ok()?;
        let sign = |number| {
            message
                .field(number)
                .and_then(Field::text)
                .map(str::to_owned)
        };
        Some(Self {
            decimal_sign: sign(DECIMAL_SIGN)?,
            group_sign: sign(GROUP_SIGN).unwrap_or_default(),
            group_size: message
                .field(GROUP_SIZE)
                .and_then(Field::integer)
                .unwrap_or(0),
        })
    }

    /// The text for the field.
    pub fn text(&self) -> String {
        let mut message = Message::default();
        let mut put = |number, field| message.set(number, Some(field));
        put(
            DECIMAL_SIGN,
            Field::of_text(DECIMAL_SIGN, &self.decimal_sign),
        );
        put(GROUP_SIGN, Field::of_text(GROUP_SIGN, &self.group_sign));
        if self.group_size != 0 {
            put(GROUP_SIZE, Field::of_integer(GROUP_SIZE, self.group_size));
        }
        STANDARD.encode(message.to_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_real_file_is_read_and_written_again() {
        let text = "CgEuEgEsGAM=";
        let format = NumberFormat::parse(text).expect("a format");
        let wanted = NumberFormat {
            decimal_sign: ".".to_owned(),
            group_sign: ",".to_owned(),
            group_size: 3,
        };
        assert_eq!(format, wanted);
        assert_eq!(format.text(), text);
        for broken in ["", "####", "AAAA", "CgEu=="] {
            assert_eq!(NumberFormat::parse(broken), None, "{broken}");
        }
    }
}
