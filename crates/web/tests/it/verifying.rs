//! The Verify page (docs/SPEC-backup.md, 7.3).

use crate::world::World;
use axum::http::StatusCode;

pub const WHOLE: [(&str, &str); 3] = [("attachments", "on"), ("emails", "on"), ("history", "on")];

/// A backup of a new business, and the page it is downloaded from.
pub async fn backup(world: &World, name: &str, fields: &[(&str, &str)]) -> (String, Vec<u8>) {
    let business = world.business(name).await;
    let page = world.backup(&business, fields).await;
    let file = world.get(&format!("{page}/file")).await;
    (page, file.bytes)
}

async fn verified(world: &World, name: &str, bytes: &[u8]) -> String {
    let answer = world.upload_to("/verifications", name, bytes).await;
    world.page(&answer.location()).await
}

#[tokio::test]
async fn a_backup_is_told_whole_or_what_was_left_out() {
    let world = World::new();
    let (page, bytes) = backup(&world, "Shop", &WHOLE).await;
    let told = verified(&world, "copy.manager", &bytes).await;
    assert!(told.contains("Whole. Everything in it matches"), "{told}");
    assert!(
        told.contains("Rina Sen") && told.contains("Matches"),
        "{told}"
    );
    let id = page
        .trim_start_matches("/businesses/")
        .replace("/backups", "");
    let again = world
        .post(&format!("/verifications/backups/{id}"), &[])
        .await;
    let again = world.page(&again.location()).await;
    assert!(again.contains("Whole. Everything in it matches"), "{again}");
    let (_, bytes) = backup(&world, "Other", &WHOLE[..2]).await;
    let told = verified(&world, "copy.manager", &bytes).await;
    assert!(told.contains("Whole, but something was left out"), "{told}");
    assert!(told.contains("History"), "{told}");
}

#[tokio::test]
async fn damage_is_named_block_by_block() {
    let world = World::new();
    let (_, mut bytes) = backup(&world, "Shop", &WHOLE).await;
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    let told = verified(&world, "copy.manager", &bytes).await;
    assert!(told.contains("Altered."), "{told}");
    assert!(told.contains("The file has one block only"), "{told}");
    // What is whole in it is offered, as Import offers it.
    assert!(told.contains("Rescue what is whole"), "{told}");
    let rescue = told.split("href=\"/rescues/").nth(1).expect("a link");
    let id = rescue.split('"').next().expect("its key");
    let list = world.page(&format!("/rescues/{id}")).await;
    assert!(list.contains("I have seen what is lost"), "{list}");
    assert!(told.contains("Block 0 is damaged: bytes "), "{told}");
    let told = verified(&world, "letter.manager", b"Dear Sir,").await;
    assert!(
        told.contains("Not a backup that this version can read"),
        "{told}"
    );
}

#[tokio::test]
async fn a_protected_file_asks_and_then_answers() {
    const WORDS: &str = "tulip granite seventeen kettle orbit plum";
    let world = World::new();
    let own = [
        ("protect", "own"),
        ("passphrase", WORDS),
        ("passphrase_again", WORDS),
    ];
    let fields = [&WHOLE[..], &own[..]].concat();
    let (_, mut bytes) = backup(&world, "Shop", &fields).await;
    let locked = world.upload_to("/verifications", "a.manager", &bytes).await;
    let locked = locked.location();
    let wrong = world.post(&locked, &[("passphrase", "tulip")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = world.post(&locked, &[("passphrase", WORDS)]).await;
    let told = world.page(&told.location()).await;
    assert!(told.contains("Whole. Everything in it matches"), "{told}");
    assert!(told.contains("Encrypted (age)"), "{told}");

    let end = bytes.len() - 9;
    bytes[end] ^= 1;
    let locked = world.upload_to("/verifications", "a.manager", &bytes).await;
    let told = world
        .post(&locked.location(), &[("passphrase", WORDS)])
        .await;
    let told = world.page(&told.location()).await;
    assert!(told.contains("Altered."), "{told}");
}
