//! Moving one thing of a list up or down.

use books::Key;

/// The keys with one of them moved a place up or down; nothing when it is at the end already or not
/// among them.
pub(crate) fn moved(keys: &[Key], key: Key, up: bool) -> Option<Vec<Key>> {
    let at = keys.iter().position(|other| *other == key)?;
    let to = if up {
        at.checked_sub(1)?
    } else {
        at.checked_add(1).filter(|to| *to < keys.len())?
    };
    let mut keys = keys.to_vec();
    keys.swap(at, to);
    Some(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_at_the_end_stays() {
        let [a, b, c] = [1, 2, 3].map(|number| Key::from_random([number; 16]));
        let keys = [a, b, c];
        assert_eq!(moved(&keys, b, true), Some(vec![b, a, c]));
        assert_eq!(moved(&keys, b, false), Some(vec![a, c, b]));
        assert_eq!(moved(&keys, a, true), None);
        assert_eq!(moved(&keys, c, false), None);
        assert_eq!(moved(&keys, Key::NIL, true), None);
    }
}
