//! The facts of an entry as bytes, in the live store and inside a `.manager` file
//! (SPEC-history.md, "Facts").
//!
//! Each fact is its name and its value, each with its length before it: the same bytes that the
//! hash is fed. A reader needs no parser of a richer format, and the order is kept.

/// The bytes are no facts: a length points past their end, or a text is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the facts of a history entry cannot be read")]
pub struct FactsError;

/// The facts as bytes, in order; none give no bytes.
pub fn encode(facts: &[(String, String)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, value) in facts {
        for text in [name, value] {
            let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
    }
    bytes
}

/// The facts in these bytes.
///
/// # Errors
/// [`FactsError`] when they were not written by [`encode`].
pub fn decode(bytes: &[u8]) -> Result<Vec<(String, String)>, FactsError> {
    let mut rest = bytes;
    let mut facts = Vec::new();
    while !rest.is_empty() {
        let (name, after) = take_text(rest)?;
        let (value, after) = take_text(after)?;
        facts.push((name, value));
        rest = after;
    }
    Ok(facts)
}

fn take_text(bytes: &[u8]) -> Result<(String, &[u8]), FactsError> {
    let (length, rest) = bytes.split_first_chunk::<8>().ok_or(FactsError)?;
    let length = usize::try_from(u64::from_be_bytes(*length)).map_err(|_| FactsError)?;
    let (text, rest) = rest.split_at_checked(length).ok_or(FactsError)?;
    let text = std::str::from_utf8(text).map_err(|_| FactsError)?;
    Ok((text.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn facts_come_back_as_they_were(facts: Vec<(String, String)>) {
            prop_assert_eq!(decode(&encode(&facts)), Ok(facts));
        }

        #[test]
        fn any_bytes_are_read_or_refused_and_those_read_are_canonical(bytes: Vec<u8>) {
            if let Ok(facts) = decode(&bytes) {
                prop_assert_eq!(encode(&facts), bytes);
            }
        }
    }

    #[test]
    fn a_length_past_the_end_is_refused() {
        let mut bytes = encode(&[("reason".to_owned(), "typing error".to_owned())]);
        bytes.pop();
        assert_eq!(decode(&bytes), Err(FactsError));
        assert_eq!(decode(&[0xff; 8]), Err(FactsError));
    }
}
