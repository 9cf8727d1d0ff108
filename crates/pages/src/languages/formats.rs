//! How one business writes dates and numbers, where it says so: before the habits of the language.
//!
//! Words stay the reader's own; so do digits. Only the order of day, month and year, the signs in
//! numbers and the size of groups are the business's.

use jiff::civil::Date;

/// What stands first in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 21/11/2026.
    DayMonthYear,
    /// 11/21/2026.
    MonthDayYear,
    /// 2026/11/21.
    YearMonthDay,
}

/// How dates are written in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DatePattern {
    /// What stands first.
    pub order: DateOrder,
    /// What stands between: one of `/`, `-` and `.`.
    pub divider: char,
    /// Whether day and month have two figures each.
    pub two_figures: bool,
}

/// How digits are put into groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Groups {
    /// 1234567.
    None,
    /// 1,234,567.
    Thousands,
    /// 12,34,567.
    LakhAndCrore,
}

/// Which signs numbers are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberPattern {
    /// The sign before the decimals.
    pub decimal_sign: char,
    /// The sign between groups.
    pub group_sign: char,
    /// Which groups.
    pub groups: Groups,
}

/// What a business says of both; nothing leaves it to the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Formats {
    /// Dates in figures.
    pub dates: Option<DatePattern>,
    /// Numbers and amounts.
    pub numbers: Option<NumberPattern>,
}

impl DatePattern {
    /// The pattern of a text such as `dd/MM/yyyy`, `M/d/yyyy` or `yyyy-MM-dd`, as the other program
    /// keeps it. Texts with names of months or years of two figures give nothing.
    pub fn parse(text: &str) -> Option<DatePattern> {
        let divider = text.chars().find(|letter| "/-.".contains(*letter))?;
        let parts: Vec<&str> = text.split(divider).collect();
        let [first, second, third] = parts[..] else {
            return None;
        };
        let order = match (first, second, third) {
            ("d" | "dd", "M" | "MM", "yyyy") => DateOrder::DayMonthYear,
            ("M" | "MM", "d" | "dd", "yyyy") => DateOrder::MonthDayYear,
            ("yyyy", "M" | "MM", "d" | "dd") => DateOrder::YearMonthDay,
            _ => return None,
        };
        let two_figures = parts.iter().all(|part| part.len() >= 2);
        Some(DatePattern {
            order,
            divider,
            two_figures,
        })
    }

    /// The date in Latin figures.
    pub(super) fn written(self, date: Date) -> String {
        let figures = |number: i8| {
            if self.two_figures {
                format!("{number:02}")
            } else {
                number.to_string()
            }
        };
        let (year, month, day) = (
            format!("{:04}", date.year()),
            figures(date.month()),
            figures(date.day()),
        );
        let parts = match self.order {
            DateOrder::DayMonthYear => [day, month, year],
            DateOrder::MonthDayYear => [month, day, year],
            DateOrder::YearMonthDay => [year, month, day],
        };
        parts.join(&self.divider.to_string())
    }
}

impl NumberPattern {
    /// A pattern whose signs can be told apart from each other and from digits.
    pub fn new(decimal_sign: char, group_sign: char, groups: Groups) -> Option<NumberPattern> {
        let is_decimal = matches!(decimal_sign, '.' | ',' | '\'' | '\u{66b}');
        let is_group = matches!(
            group_sign,
            '.' | ',' | '\'' | '\u{2019}' | ' ' | '\u{a0}' | '\u{202f}' | '\u{66c}'
        );
        (is_decimal && is_group && decimal_sign != group_sign).then_some(NumberPattern {
            decimal_sign,
            group_sign,
            groups,
        })
    }

    /// A plain decimal text (`-1234.50`) with these signs, in Latin digits.
    pub(super) fn written(self, plain: &str) -> String {
        let (sign, unsigned) = match plain.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", plain),
        };
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let mut shown = sign.to_owned();
        let count = whole.chars().count();
        for (place, digit) in whole.chars().enumerate() {
            let left = count.saturating_sub(place);
            let is_edge = match self.groups {
                Groups::None => false,
                Groups::Thousands => left.is_multiple_of(3),
                Groups::LakhAndCrore => left == 3 || left > 3 && !left.is_multiple_of(2),
            };
            if place > 0 && is_edge {
                shown.push(self.shown_group_sign());
            }
            shown.push(digit);
        }
        if let Some(fraction) = fraction {
            shown.push(self.decimal_sign);
            shown.push_str(fraction);
        }
        shown
    }

    /// A number must not be broken at the end of a line.
    const fn shown_group_sign(self) -> char {
        if self.group_sign == ' ' {
            '\u{a0}'
        } else {
            self.group_sign
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_the_other_program_are_read() {
        let date = Date::constant(2026, 3, 4);
        for (text, wanted) in [
            ("dd/MM/yyyy", "04/03/2026"),
            ("M/d/yyyy", "3/4/2026"),
            ("yyyy-MM-dd", "2026-03-04"),
            ("d.M.yyyy", "4.3.2026"),
        ] {
            let pattern = DatePattern::parse(text).expect(text);
            assert_eq!(pattern.written(date), wanted);
        }
        for text in ["", "dd/MM/yy", "d MMM yyyy", "dd/MM", "dddd, dd/MM/yyyy"] {
            assert_eq!(DatePattern::parse(text), None, "{text}");
        }
    }

    #[test]
    fn groups_are_made_from_the_end() {
        let write = |groups, plain: &str| {
            let pattern = NumberPattern::new(',', ' ', groups).expect("a pattern");
            pattern.written(plain)
        };
        assert_eq!(write(Groups::None, "-1234567.5"), "-1234567,5");
        assert_eq!(write(Groups::Thousands, "1234567"), "1\u{a0}234\u{a0}567");
        assert_eq!(
            write(Groups::LakhAndCrore, "1234567.00"),
            "12\u{a0}34\u{a0}567,00"
        );
        assert_eq!(write(Groups::LakhAndCrore, "123"), "123");
        assert_eq!(NumberPattern::new(',', ',', Groups::None), None);
    }
}
