//! The contract of every store, on an empty data folder.

store::contract_tests!(crate::ground::Folder::new());
