//! How tax roles and the arguments of reasons are written beside kept postings.

use ledger::{TaxRole, codes};

/// What stands between a name and its value, and between arguments: no argument holds either.
const WITHIN: char = '\u{1f}';
const BETWEEN: char = '\u{1e}';

/// The role of a posting in a tax, and whether it is one of sales: hundreds say which role, then
/// the component, doubled, and one more for sales.
pub fn role_number(role: TaxRole, is_sale: bool) -> i64 {
    let (kind, component) = match role {
        TaxRole::Net => (0, 0),
        TaxRole::Tax(component) => (1, component),
        TaxRole::ReverseCharge(component) => (2, component),
    };
    (kind * 256 + i64::from(component)) * 2 + i64::from(is_sale)
}

/// The same, read again; none for numbers that were never written.
pub fn role_of(number: i64) -> Option<(TaxRole, bool)> {
    let is_sale = number % 2 == 1;
    let component = u8::try_from(number / 2 % 256).ok()?;
    let role = match number / 512 {
        0 => TaxRole::Net,
        1 => TaxRole::Tax(component),
        2 => TaxRole::ReverseCharge(component),
        _ => return None,
    };
    Some((role, is_sale))
}

/// The arguments of a reason as one text.
pub fn written_arguments(arguments: &[(&'static str, String)]) -> String {
    let each = arguments.iter().map(|(name, value)| {
        let value = value.replace([WITHIN, BETWEEN], " ");
        format!("{name}{WITHIN}{value}")
    });
    each.collect::<Vec<_>>().join(&BETWEEN.to_string())
}

/// The arguments in such a text; the name that is unknown, where there is one.
///
/// # Errors
/// The name of an argument that no code has.
pub fn read_arguments(text: &str) -> Result<Vec<(&'static str, String)>, String> {
    let parts = text.split(BETWEEN).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once(WITHIN).unwrap_or((part, ""));
            let name = codes::find_argument(name).ok_or_else(|| name.to_owned())?;
            Ok((name, value.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_roles_come_back() {
        for is_sale in [false, true] {
            for role in [
                TaxRole::Net,
                TaxRole::Tax(0),
                TaxRole::Tax(255),
                TaxRole::ReverseCharge(7),
            ] {
                assert_eq!(role_of(role_number(role, is_sale)), Some((role, is_sale)));
            }
        }
        assert_eq!(role_of(4096), None);
    }

    #[test]
    fn arguments_come_back_and_an_unknown_name_is_told() {
        let arguments = vec![("currency", "XXX".to_owned()), ("amount", String::new())];
        let written = written_arguments(&arguments);
        assert_eq!(read_arguments(&written), Ok(arguments));
        assert_eq!(read_arguments(""), Ok(Vec::new()));
        assert_eq!(read_arguments("nosuch\u{1f}1"), Err("nosuch".to_owned()));
    }
}
