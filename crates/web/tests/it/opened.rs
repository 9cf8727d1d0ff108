//! Looking into a file without importing it, and bringing one record back (SPEC-backup.md, 10).

use crate::world::World;
use axum::http::StatusCode;
use books::{Key, kinds};
use store::EntryFilter;
use testkit::sample_files::{self, ATTACHMENT, ATTACHMENT_BYTES, CUSTOMER, FIRST_INVOICE};

const FILE_NAME: &str = "Corner shop (2026-03-01).manager";

fn key(text: &str) -> Key {
    text.parse().expect("a key")
}

fn file(world: &World) -> Vec<u8> {
    let path = world.folder.path().join("small.manager");
    if !path.exists() {
        sample_files::small_business_file(&path).expect("a sample file");
    }
    std::fs::read(&path).expect("its bytes")
}

/// Deletes the invoice and the file on it, as a careless hand would.
fn delete(world: &World, business: &str) {
    let business = world.app.store.open(key_in(business)).expect("it");
    let stamp = web::stamp::stamp(&world.app, "UTC").expect("a stamp");
    business
        .write(&mut |work| {
            work.delete_object(key(ATTACHMENT), "", &stamp)?;
            work.shelve_blob(key(ATTACHMENT))?;
            work.delete_object(key(FIRST_INVOICE), "", &stamp)?;
            Ok(())
        })
        .expect("deleted");
}

/// Opens the sample and gives its address.
async fn opened(world: &World) -> String {
    let bytes = file(world);
    world
        .upload_to("/opened", FILE_NAME, &bytes)
        .await
        .location()
}

fn key_in(address: &str) -> Key {
    key(address.rsplit('/').next().expect("a last part"))
}

#[tokio::test]
async fn an_opened_file_is_shown_by_the_pages_of_a_business_and_marked() {
    let world = World::new();
    let place = opened(&world).await;
    for part in [
        String::new(),
        "/records/sales-invoices".to_owned(),
        "/chart-of-accounts".to_owned(),
        "/reports".to_owned(),
        "/reports/trial-balance?period=everything".to_owned(),
        "/attachments".to_owned(),
        "/history".to_owned(),
        "/history/verification".to_owned(),
        "/settings".to_owned(),
        format!("/record/{FIRST_INVOICE}"),
    ] {
        let page = world.page(&format!("{place}{part}")).await;
        assert!(page.contains("read only"), "{part} does not say what it is");
        assert!(page.contains("class=\"has-tabs read-only\""), "{part}");
        assert!(!page.contains("backups/new"), "{part} offers a backup");
    }
    let file = world
        .get(&format!("{place}/attachments/{ATTACHMENT}"))
        .await;
    assert_eq!(file.bytes, ATTACHMENT_BYTES);
    assert_eq!(world.businesses_count(), 0, "it is no business");
    assert!(!world.page("/").await.contains(&place), "and is not listed");
}

#[tokio::test]
async fn nothing_of_an_opened_file_can_be_written() {
    let world = World::new();
    let place = opened(&world).await;
    let opened = world.app.store.open(key_in(&place)).expect("the file");
    let head = opened.read().expect("a reader").history_head().expect("it");
    let asked = world.get(&format!("{place}/record/{CUSTOMER}/edit")).await;
    assert_eq!(asked.status, StatusCode::CONFLICT);
    assert!(asked.text().contains("open only to be looked at"));
    for part in [
        format!("/record/{CUSTOMER}/edit"),
        format!("/record/{CUSTOMER}/deletion"),
        "/records/customers".to_owned(),
        "/settings/lock-date".to_owned(),
        "/backups".to_owned(),
        "/removal".to_owned(),
        "/emails".to_owned(),
        format!("/attachments/{ATTACHMENT}/removal"),
    ] {
        let answer = world
            .post(&format!("{place}{part}"), &[("Name", "New name")])
            .await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{part}");
        assert!(answer.text().contains("Nothing in it can be changed"));
    }
    // Also past the router: whoever holds the business cannot write it.
    let written = opened.write(&mut |work| work.delete_blob(key(ATTACHMENT)));
    let code = written.expect_err("a refusal").code();
    assert_eq!(code, "business-read-only");
    let now = opened.read().expect("a reader").history_head().expect("it");
    assert_eq!(now, head);
}

#[tokio::test]
async fn a_closed_file_is_gone_with_everything_of_it() {
    let world = World::new();
    let place = opened(&world).await;
    assert!(world.page("/opened/new").await.contains(&place));
    let close = format!("/opened/{}/closing", key_in(&place));
    world.post(&close, &[]).await.location();
    assert_eq!(world.get(&place).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.scratch_count(), 0, "its folder is gone");
}

#[tokio::test]
async fn a_bad_file_is_refused_with_its_reason_and_nothing_stays() {
    let world = World::new();
    let cut = world.made("cut", sample_files::cut_half);
    let answer = world.upload_to("/opened", "cut.manager", &cut).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("role=\"alert\""));
    assert_eq!(world.scratch_count(), 0);
}

#[tokio::test]
async fn a_file_is_opened_from_its_preview_and_a_backup_from_its_page() {
    let world = World::new();
    let preview = world.upload(FILE_NAME, &file(&world)).await.location();
    let id = preview.rsplit('/').next().expect("a number");
    assert!(
        world
            .page(&preview)
            .await
            .contains(&format!("/opened/imports/{id}"))
    );
    let look = world.post(&format!("/opened/imports/{id}"), &[]).await;
    assert!(world.page(&look.location()).await.contains("read only"));
    let business = world.confirm(&preview).await;
    let form = [("file_name", "x"), ("attachments", "1"), ("history", "1")];
    let made = world.backup(&business, &form).await;
    let page = world.page(&made).await;
    let action = page.split("action=\"/opened/backups/").nth(1);
    let action = action.and_then(|rest| rest.split('"').next());
    let action = format!("/opened/backups/{}", action.expect("the button"));
    let place = world.post(&action, &[]).await.location();
    assert!(world.page(&place).await.contains("Backup of "));
}

#[tokio::test]
async fn a_deleted_invoice_comes_back_with_its_files_and_history_says_from_where() {
    let world = World::new();
    let business = world.import(FILE_NAME, &file(&world)).await;
    let record = format!("{business}/record/{FIRST_INVOICE}");
    delete(&world, &business);
    assert_eq!(world.get(&record).await.status, StatusCode::NOT_FOUND);
    let place = opened(&world).await;
    let view = world.page(&format!("{place}/record/{FIRST_INVOICE}")).await;
    let taking = format!("/opened/{}/record/{FIRST_INVOICE}/taking", key_in(&place));
    assert!(view.contains(&taking), "{view}");
    let page = world.page(&taking).await;
    assert!(page.contains("does not have this record"), "{page}");
    assert!(page.contains("1 file comes with it"), "{page}");
    let into = key_in(&business).to_string();
    let form = [("into", into.as_str()), ("take", "1")];
    assert_eq!(world.post(&taking, &form).await.location(), record);
    assert_eq!(world.get(&record).await.status, StatusCode::OK);
    let bytes = world
        .get(&format!("{business}/attachments/{ATTACHMENT}"))
        .await;
    assert_eq!(bytes.bytes, ATTACHMENT_BYTES);
    let opened = world.app.store.open(key_in(&business)).expect("it");
    let reader = opened.read().expect("a reader");
    let filter = EntryFilter {
        object: Some(key(FIRST_INVOICE)),
        ..EntryFilter::default()
    };
    let newest = reader.entries(&filter, None, 1).expect("entries").entries;
    let draft = &newest.first().expect("an entry").draft;
    assert_eq!(draft.action, history::Action::Create);
    assert!(
        draft
            .facts
            .contains(&("taken_from".to_owned(), FILE_NAME.to_owned()))
    );
    assert!(draft.facts.iter().any(|(name, _)| name == "taken_sha256"));
}

#[tokio::test]
async fn a_record_that_differs_is_replaced_only_when_that_was_chosen() {
    let world = World::new();
    let business = world.import(FILE_NAME, &file(&world)).await;
    let opened_business = world.app.store.open(key_in(&business)).expect("it");
    let customer = key(CUSTOMER);
    let original = {
        let reader = opened_business.read().expect("a reader");
        reader.object(customer).expect("it").expect("the customer")
    };
    let changed = interchange::from_plain(
        kinds::CUSTOMER,
        &original.content,
        &interchange::Plain::Map(vec![(
            "Name".to_owned(),
            interchange::Plain::Text("Somebody else".to_owned()),
        )]),
    )
    .expect("a content");
    let stamp = web::stamp::stamp(&world.app, "UTC").expect("a stamp");
    opened_business
        .write(&mut |work| {
            work.put_object(customer, kinds::CUSTOMER, &changed, "x", &stamp)
                .map(drop)
        })
        .expect("written");
    let place = opened(&world).await;
    let taking = format!("/opened/{}/record/{CUSTOMER}/taking", key_in(&place));
    let page = world.page(&taking).await;
    assert!(page.contains("and it differs"), "{page}");
    assert!(page.contains("Somebody else") && page.contains("name=\"replace\""));
    let content = || {
        let reader = opened_business.read().expect("a reader");
        let object = reader.object(customer).expect("it").expect("the customer");
        object.content
    };
    let into = key_in(&business).to_string();
    let form = [("into", into.as_str()), ("take", "1")];
    world.post(&taking, &form).await.location();
    assert_eq!(content(), changed, "nobody said replace");
    let form = [("into", into.as_str()), ("replace", "1")];
    world.post(&taking, &form).await.location();
    assert_eq!(content(), original.content);
}

#[tokio::test]
async fn what_a_record_names_comes_too_when_that_is_wanted() {
    let world = World::new();
    let empty = world.business("Other books").await;
    let place = opened(&world).await;
    let taking = format!("/opened/{}/record/{FIRST_INVOICE}/taking", key_in(&place));
    let page = world.page(&taking).await;
    assert!(page.contains("that it names too"), "{page}");
    let into = key_in(&empty).to_string();
    let form = [("into", into.as_str()), ("references", "1"), ("take", "1")];
    world.post(&taking, &form).await.location();
    let customer = format!("{empty}/record/{CUSTOMER}");
    assert_eq!(world.get(&customer).await.status, StatusCode::OK);
    let page = world.page(&format!("{taking}?into={into}")).await;
    assert!(page.contains("exactly as it is in the file"), "{page}");
    assert!(!page.contains("name=\"take\""), "nothing is left to bring");
    // It is undone like any change.
    let sequence = newest_entry(&world, &empty);
    let undo = format!("{empty}/history/{sequence}/undoing");
    world.post(&undo, &[]).await.location();
    let record = format!("{empty}/record/{FIRST_INVOICE}");
    assert_eq!(world.get(&record).await.status, StatusCode::NOT_FOUND);
}

/// The number of the newest entry about the invoice.
fn newest_entry(world: &World, business: &str) -> u64 {
    let opened = world.app.store.open(key_in(business)).expect("it");
    let reader = opened.read().expect("a reader");
    let filter = EntryFilter {
        object: Some(key(FIRST_INVOICE)),
        ..EntryFilter::default()
    };
    let newest = reader.entries(&filter, None, 1).expect("entries").entries;
    newest.first().expect("an entry").sequence
}
