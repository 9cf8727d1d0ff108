//! Users in the database: the contract of every directory.

use crate::ground::{Ground, SUBSCRIBER};
use store_postgres::UsersRows;
use users::KeptDirectory;

fn opened() -> Option<(KeptDirectory<UsersRows>, Ground)> {
    let ground = Ground::new()?;
    let rows = UsersRows::new(ground.database().unwrap(), SUBSCRIBER);
    Some((KeptDirectory(rows), ground))
}

users::directory_tests!(opened());
