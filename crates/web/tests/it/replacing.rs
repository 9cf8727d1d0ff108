//! Before an import is decided: what differs; then in the place of a business, and back again
//! (docs/SPEC-import.md).

use crate::verifying::{WHOLE, backup};
use crate::world::World;
use axum::http::StatusCode;
use testkit::sample_files;

/// The name of a customer made later: sixteen letters.
const NEWCOMER: &str = "Another customer";

/// A world with a business of the small file, confirmed as one's own; the file and the address.
async fn shop(world: &World) -> (Vec<u8>, String) {
    let file = world.made("small.manager", sample_files::small_business_file);
    let business = world.import("Shop.manager", &file).await;
    keep(world, &business, "own").await;
    (file, business)
}

async fn keep(world: &World, business: &str, standing: &str) {
    let form = [("standing", standing)];
    let next = world.post(&format!("{business}/standing"), &form).await;
    assert_eq!(next.location(), business);
}

/// Makes a customer in the business.
fn change(world: &World, business: &str) {
    let key = business.rsplit('/').next().expect("a key");
    let business = world.app.store.open(key.parse().expect("a key"));
    let stamp = web::stamp::stamp(&world.app, "UTC").expect("a stamp");
    let content = [b"\x0A\x10".as_slice(), NEWCOMER.as_bytes()].concat();
    let kind = books::kinds::CUSTOMER;
    let put = business.expect("the business").write(&mut |work| {
        let key = books::Key::from_random([3; 16]);
        work.put_object(key, kind, &content, NEWCOMER, &stamp)
            .map(drop)
    });
    put.expect("a change");
}

/// Replaces the business by the file; the address of the new one.
async fn replace(world: &World, file: &[u8], business: &str) -> String {
    let preview = world.upload("Shop.manager", file).await.location();
    let key = business.rsplit('/').next().expect("a key");
    let form = [("replace", key)];
    let next = world.post(&format!("{preview}/confirmation"), &form).await;
    let next = next.location();
    next.split('?').next().expect("an address").to_owned()
}

#[tokio::test]
async fn a_preview_recognises_the_business_and_says_what_differs() {
    let world = World::new();
    let (file, business) = shop(&world).await;
    let preview = world.upload("Shop.manager", &file).await.location();
    let page = world.page(&preview).await;
    assert!(
        page.contains("Compared with “Shop”") || page.contains("Compared with Shop"),
        "{page}"
    );
    assert!(page.contains("Shop (same records)"), "{page}");
    assert!(page.contains("Records and balances are the same on both sides."));
    assert!(page.contains("The file has no History that could be compared."));
    change(&world, &business);
    let page = world.page(&preview).await;
    assert!(page.contains("Would be missing after replacing"), "{page}");
    assert!(page.contains("Another customer"));
    // The person may also want no comparison.
    let page = world.page(&format!("{preview}?with=")).await;
    assert!(!page.contains("Another customer") && !page.contains("Replace “Shop”"));
}

#[tokio::test]
async fn a_replacement_is_backed_up_told_and_undone_by_one_press() {
    let world = World::new();
    let (file, business) = shop(&world).await;
    change(&world, &business);
    let new = replace(&world, &file, &business).await;
    assert_ne!(new, business);
    let safety = world.folder.path().join("data").join("Safety backups");
    assert_eq!(std::fs::read_dir(safety).expect("the folder").count(), 1);
    assert_eq!(world.businesses_count(), 1);
    let page = world.page(&new).await;
    assert!(page.contains("What is this business?"), "{page}");
    assert!(page.contains("It took the place of “Shop”"));
    let list = world.page("/").await;
    assert!(list.contains("Brought in") && list.contains(">Shop<"));
    let next = world.post(&format!("{new}/replacement/undoing"), &[]).await;
    let list = world.page(&next.location()).await;
    assert!(list.contains("“Shop” is back."), "{list}");
    assert!(list.contains(&format!("href=\"{business}\"")));
    assert_eq!(world.get(&new).await.status, StatusCode::NOT_FOUND);
    assert!(world.page("/trash").await.contains("Shop"));
}

#[tokio::test]
async fn the_same_business_goes_on_as_before_and_so_it_does_after_undo() {
    let world = World::new();
    let (page, file) = backup(&world, "Shop", &WHOLE).await;
    let business = page
        .split("/backups")
        .next()
        .expect("an address")
        .to_owned();
    let key = |business: &str| {
        let text = business.rsplit('/').next().expect("a key").to_owned();
        backup::catalog_key(text.parse().expect("a key"))
    };
    let catalog = world.app.keeping.catalog().expect("a catalogue");
    let schedule = catalog::Schedule {
        key: catalog::Key::from_bytes([7; 16]),
        business: Some(key(&business)),
        rhythm: catalog::Rhythm::Hourly,
        places: Vec::new(),
        contents: catalog::Contents::ALL,
        passphrase: None,
        is_rehearsed: true,
        alarm_to: None,
        is_on: true,
        since: world.app.keeping.now(),
    };
    catalog.put_schedule(&schedule).expect("a schedule");
    let of = || catalog.schedules().expect("schedules")[0].business;
    let new = replace(&world, &file, &business).await;
    let page = world.page(&new).await;
    assert!(!page.contains("What is this business?"), "{page}");
    assert!(page.contains("It is the same business"), "{page}");
    assert!(page.contains("It took the place of “Shop”"), "{page}");
    assert!(!world.page("/").await.contains("Brought in"));
    assert_eq!(of(), Some(key(&new)));
    assert!(world.app.keeping.acts(key(&new)).expect("an answer"));
    let next = world.post(&format!("{new}/replacement/undoing"), &[]).await;
    let list = world.page(&next.location()).await;
    assert!(list.contains("its automatic backups go on"), "{list}");
    assert_eq!(of(), Some(key(&business)));
    // Once a person says so, there is no way back any more, and no word of it.
    let new = replace(&world, &file, &business).await;
    keep(&world, &new, "own").await;
    let page = world.page(&new).await;
    assert!(!page.contains("It took the place of"), "{page}");
}

#[tokio::test]
async fn an_undoing_that_would_lose_changes_tells_them_first() {
    let world = World::new();
    let (file, business) = shop(&world).await;
    let new = replace(&world, &file, &business).await;
    change(&world, &new);
    let undoing = format!("{new}/replacement/undoing");
    let asked = world.post(&undoing, &[]).await.location();
    assert_eq!(asked, format!("{new}/replacement"));
    let page = world.page(&asked).await;
    assert!(
        page.contains("1 change made since goes to Trash with it"),
        "{page}"
    );
    assert!(page.contains("Another customer"));
    assert!(
        page.contains("Undo, with these changes going to Trash"),
        "{page}"
    );
    let next = world.post(&undoing, &[("changes", "1")]).await.location();
    assert!(next.starts_with("/?undone="), "{next}");
    let again = world.post(&undoing, &[("changes", "1")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_business_brought_in_says_what_it_is_until_somebody_answers() {
    let world = World::new();
    let file = world.made("small.manager", sample_files::small_business_file);
    let business = world.import("Shop.manager", &file).await;
    assert!(
        world
            .page(&business)
            .await
            .contains("What is this business?")
    );
    let emails = world.page(&format!("{business}/emails")).await;
    assert!(emails.contains("Emails wait in the outbox"), "{emails}");
    keep(&world, &business, "copy").await;
    assert!(
        world
            .page(&business)
            .await
            .contains("This business is a copy")
    );
    assert!(world.page("/").await.contains(">Copy<"));
    keep(&world, &business, "own").await;
    let page = world.page(&business).await;
    assert!(!page.contains("a copy") && !page.contains("What is this business?"));
    assert!(
        !world
            .page(&format!("{business}/emails"))
            .await
            .contains("Emails wait")
    );
    let history = world.page(&format!("{business}/history")).await;
    assert!(
        history.contains("Books kept here from now on") && history.contains("Marked as a copy")
    );
    let wrong = world
        .post(&format!("{business}/standing"), &[("standing", "mine")])
        .await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_folder_that_cannot_take_the_safety_backup_changes_nothing() {
    let world = World::new();
    let (file, business) = shop(&world).await;
    let preview = world.upload("Shop.manager", &file).await.location();
    let key = business.rsplit('/').next().expect("a key");
    let confirmation = format!("{preview}/confirmation");
    let form = [("replace", key), ("safety_folder", "not/from/the/root")];
    let answer = world.post(&confirmation, &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Type the whole path of a folder."));
    // A folder below a file cannot be made: the backup fails, and with it the import.
    let inside = world.folder.path().join("data/installation-or-not/x");
    std::fs::write(world.folder.path().join("data/installation-or-not"), "").expect("a file");
    let inside = inside.to_str().expect("text");
    let form = [("replace", key), ("safety_folder", inside)];
    world.post(&confirmation, &form).await;
    let page = world.get(&preview).await.text();
    assert!(
        page.contains("The safety backup could not be made"),
        "{page}"
    );
    assert_eq!(world.businesses_count(), 1);
    assert_eq!(world.get(&business).await.status, StatusCode::OK);
}
