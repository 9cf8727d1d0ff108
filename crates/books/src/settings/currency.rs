//! Currencies and how many decimals they have.

use crate::Key;
use crate::money::CURRENCY_DECIMALS_MAX;

/// The base currency of a business, or a foreign one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// The record's key; the kind `BaseCurrency` for the base currency.
    pub key: Key,
    /// The code, usually of ISO 4217; may be empty.
    pub code: String,
    /// The name, in the user's words.
    pub name: String,
    /// How many decimals amounts are rounded to, 0 to [`CURRENCY_DECIMALS_MAX`].
    pub decimals: u32,
}

impl Currency {
    /// A currency with `decimals` as recorded, or the usual number for its code
    /// (SPEC-posting.md, "Rounding"). A recorded number out of range counts as not recorded.
    pub fn new(key: Key, code: &str, name: &str, decimals: Option<i64>) -> Self {
        let recorded = decimals
            .and_then(|count| u32::try_from(count).ok())
            .filter(|&count| count <= CURRENCY_DECIMALS_MAX);
        Self {
            key,
            code: code.to_owned(),
            name: name.to_owned(),
            decimals: recorded.unwrap_or_else(|| usual_decimals(code)),
        }
    }
}

/// How many decimals a currency usually has (ISO 4217, minor units); 2 when the code is unknown.
pub fn usual_decimals(code: &str) -> u32 {
    match code.trim().to_ascii_uppercase().as_str() {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recorded_decimals_win_over_usual_ones_unless_impossible() {
        let decimals = |code, recorded| Currency::new(Key::NIL, code, "", recorded).decimals;
        assert_eq!(decimals("JPY", None), 0);
        assert_eq!(decimals("kwd ", None), 3);
        assert_eq!(decimals("SAR", None), 2);
        assert_eq!(decimals("", None), 2);
        assert_eq!(decimals("SAR", Some(0)), 0);
        assert_eq!(decimals("SAR", Some(8)), 8);
        assert_eq!(decimals("SAR", Some(9)), 2);
        assert_eq!(decimals("SAR", Some(-1)), 2);
    }
}
