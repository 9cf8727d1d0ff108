//! The contract of every store, on an empty database.

store::contract_tests!(match crate::ground::Ground::new() {
    Some(ground) => ground,
    None => return Ok(()),
});
