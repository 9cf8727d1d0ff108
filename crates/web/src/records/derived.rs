//! Fields that follow from others of the same record, kept in step whenever a form saves it.

use books::{Key, kinds};
use interchange::{Edit, EditError, FieldValue, decode, patch};
use rust_decimal::{Decimal, RoundingStrategy};

/// The rate of exchange, in units of the business's own currency.
const RATE: u32 = 6;
/// The same the other way round, as somebody typed it.
const INVERSE_RATE: u32 = 1001;
/// As many decimals as an amount may have.
const RATE_DECIMALS: u32 = super::limits::AMOUNT_DECIMALS_MAX;

/// The content with what follows from it: a rate typed the other way round decides the rate
/// (docs/SPEC-settings.md, 5.1).
///
/// # Errors
/// When the content is not fields.
pub(super) fn completed(kind: Key, content: Vec<u8>) -> Result<Vec<u8>, EditError> {
    if kind != kinds::EXCHANGE_RATE {
        return Ok(content);
    }
    let record = decode(kind, &content)?;
    let inverse = record.value(INVERSE_RATE).and_then(FieldValue::decimal);
    let rate = inverse
        .filter(|inverse| *inverse > Decimal::ZERO)
        .and_then(|inverse| Decimal::ONE.checked_div(inverse))
        .map(|rate| {
            let way = RoundingStrategy::MidpointAwayFromZero;
            rate.round_dp_with_strategy(RATE_DECIMALS, way).normalize()
        });
    match rate {
        Some(rate) => {
            let edit = Edit::Set(RATE, Some(FieldValue::Decimal(rate)));
            patch(kind, &content, &[edit])
        }
        None => Ok(content),
    }
}

/// Whether a rate was typed both ways, and one way says something else than the other. Somebody who
/// changes one of them means it, and must not find the other in its place.
pub(super) fn is_contradictory(kind: Key, content: &[u8]) -> bool {
    let record = decode(kind, content).ok();
    let rates = record.filter(|_| kind == kinds::EXCHANGE_RATE).map(|it| {
        [RATE, INVERSE_RATE].map(|number| it.value(number).and_then(FieldValue::decimal))
    });
    let Some([Some(rate), Some(_)]) = rates else {
        return false;
    };
    let completed = completed(kind, content.to_vec());
    let follows = completed.and_then(|content| Ok(decode(kind, &content)?));
    follows.is_ok_and(|it| it.value(RATE).and_then(FieldValue::decimal) != Some(rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_way_round_decides() {
        let decimal = |text: &str| FieldValue::Decimal(text.parse().expect("a decimal"));
        let edits = [
            Edit::Set(RATE, Some(decimal("7"))),
            Edit::Set(INVERSE_RATE, Some(decimal("149.25"))),
        ];
        let content = patch(kinds::EXCHANGE_RATE, &[], &edits).expect("a rate");
        let content = completed(kinds::EXCHANGE_RATE, content).expect("a rate");
        let record = decode(kinds::EXCHANGE_RATE, &content).expect("a rate");
        // 1 / 149.25 = 0.00670016750…
        assert_eq!(record.value(RATE), Some(&decimal("0.0067001675")));
        assert_eq!(record.value(INVERSE_RATE), Some(&decimal("149.25")));
        assert!(!is_contradictory(kinds::EXCHANGE_RATE, &content));
    }

    #[test]
    fn a_rate_that_says_something_else_either_way_is_contradictory() {
        let decimal = |text: &str| Some(FieldValue::Decimal(text.parse().expect("a decimal")));
        let rate = |rate: Option<FieldValue>, inverse: Option<FieldValue>| {
            let edits = [Edit::Set(RATE, rate), Edit::Set(INVERSE_RATE, inverse)];
            patch(kinds::EXCHANGE_RATE, &[], &edits).expect("a rate")
        };
        for (content, contradicts) in [
            (rate(decimal("84"), decimal("0.5")), true),
            (rate(decimal("2.00"), decimal("0.5")), false),
            (rate(decimal("84"), None), false),
            (rate(None, decimal("0.5")), false),
        ] {
            assert_eq!(
                is_contradictory(kinds::EXCHANGE_RATE, &content),
                contradicts
            );
        }
    }
}
