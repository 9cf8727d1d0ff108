//! Reading the amounts people type: in their digits, with their signs, refusing whatever could mean
//! two things.
//!
//! The decimal sign is the language's own, or the business's where it has one, and no other. Group
//! signs may be any of `, . ' ’` and the
//! spaces, as long as one kind is used and the groups are whole: three digits in the last, two or
//! three in those before. `1.234` is one thousand in Spanish, where the point groups, and a little
//! more than one in English; in French, where the point is neither, it is refused.

use rust_decimal::Decimal;

use super::digits;

/// Why a typed amount was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("No amount was entered. Enter a number.")]
    Empty,
    /// It holds something that is no part of a number, or its groups are not whole.
    #[error(
        "The amount \"{text}\" was not understood. Use \"{decimal_sign}\" before the decimals."
    )]
    NotUnderstood {
        /// What was typed.
        text: String,
        /// The decimal sign of the language.
        decimal_sign: char,
    },
    /// It can be read as a large number or as one with decimals.
    #[error(
        "The amount \"{text}\" can be read in two ways. Use \"{decimal_sign}\" before the decimals and no other sign."
    )]
    Ambiguous {
        /// What was typed.
        text: String,
        /// The decimal sign of the language.
        decimal_sign: char,
    },
    /// It has more digits than an amount can keep exactly (28, of which at most 28 after the
    /// decimal sign).
    #[error(
        "The amount \"{text}\" has more digits than can be kept exactly. Enter a shorter number."
    )]
    TooLong {
        /// What was typed.
        text: String,
    },
}

impl AmountError {
    /// The stable code: `amount-empty`, `amount-not-understood`, `amount-ambiguous` or
    /// `amount-too-long`.
    pub const fn code(&self) -> &'static str {
        match self {
            AmountError::Empty => "amount-empty",
            AmountError::NotUnderstood { .. } => "amount-not-understood",
            AmountError::Ambiguous { .. } => "amount-ambiguous",
            AmountError::TooLong { .. } => "amount-too-long",
        }
    }

    /// What the sentence names: `text`, what was typed, and `decimal-sign`.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            AmountError::Empty => Vec::new(),
            AmountError::NotUnderstood { text, decimal_sign }
            | AmountError::Ambiguous { text, decimal_sign } => vec![
                ("text", text.clone()),
                ("decimal-sign", decimal_sign.to_string()),
            ],
            AmountError::TooLong { text } => vec![("text", text.clone())],
        }
    }
}

/// How many characters of input are looked at.
const TYPED_CHARACTERS_MAX: usize = 64;

/// See the file's story.
pub(super) fn parse(
    decimal_sign: char,
    group_sign: char,
    text: &str,
) -> Result<Decimal, AmountError> {
    let typed: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(AmountError::Empty);
    }
    let refused = || AmountError::NotUnderstood {
        text: text.trim().to_owned(),
        decimal_sign,
    };
    if typed.chars().count() > TYPED_CHARACTERS_MAX {
        return Err(AmountError::TooLong {
            text: text.trim().to_owned(),
        });
    }
    let (negative, unsigned) = sign(typed);
    let (whole, fraction) = match unsigned.split_once(decimal_sign) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    if fraction.is_none() && is_ambiguous(group_sign, whole) {
        return Err(AmountError::Ambiguous {
            text: text.trim().to_owned(),
            decimal_sign,
        });
    }
    let whole = whole_digits(whole).ok_or_else(refused)?;
    let fraction = plain_digits(fraction.unwrap_or("")).ok_or_else(refused)?;
    if whole.is_empty() && fraction.is_empty() {
        return Err(refused());
    }
    let exact = format!("{}{whole}.{fraction}", if negative { "-" } else { "" });
    let exact = exact.trim_end_matches('.');
    Decimal::from_str_exact(exact).map_err(|_| AmountError::TooLong {
        text: text.trim().to_owned(),
    })
}

/// Direction marks that keyboards and copied text bring along.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200F}' | '\u{061C}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// The sign and what follows it; brackets mean negative, as on printed accounts.
fn sign(typed: &str) -> (bool, &str) {
    if let Some(rest) = typed.strip_prefix(['-', '\u{2212}']) {
        return (true, rest.trim_start());
    }
    if let Some(inner) = typed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return (true, inner.trim());
    }
    (false, typed.strip_prefix('+').unwrap_or(typed).trim_start())
}

/// Whether a number without the language's decimal sign holds exactly one point or comma that is
/// not its group sign either: in French, `1.234` may be meant as one or as a thousand.
fn is_ambiguous(group_sign: char, whole: &str) -> bool {
    let mut strangers = whole
        .chars()
        .filter(|c| matches!(c, '.' | ',') && *c != group_sign);
    strangers.next().is_some() && strangers.next().is_none()
}

/// The Latin digits of text that is only digits.
fn plain_digits(text: &str) -> Option<String> {
    text.chars()
        .map(|character| digits::value(character).and_then(|value| char::from_digit(value, 10)))
        .collect()
}

/// The Latin digits of the whole part, its groups checked.
fn whole_digits(text: &str) -> Option<String> {
    let mut group_sign = None;
    let mut groups = vec![String::new()];
    for character in text.chars() {
        if let Some(value) = digits::value(character) {
            groups.last_mut()?.push(char::from_digit(value, 10)?);
            continue;
        }
        let kind = group_kind(character)?;
        if *group_sign.get_or_insert(kind) != kind {
            return None;
        }
        groups.push(String::new());
    }
    let (last, before) = groups.split_last()?;
    let whole = match before.split_first() {
        None => true,
        Some((first, middle)) => {
            last.len() == 3
                && (1..=3).contains(&first.len())
                && middle.iter().all(|group| (2..=3).contains(&group.len()))
        }
    };
    whole.then(|| groups.concat())
}

/// The kind of a group sign: all spaces are one kind, both apostrophes another.
const fn group_kind(character: char) -> Option<char> {
    match character {
        ' ' | '\u{00A0}' | '\u{202F}' | '\u{2009}' => Some(' '),
        '\'' | '\u{2019}' => Some('\''),
        ',' => Some(','),
        '.' => Some('.'),
        _ => None,
    }
}
