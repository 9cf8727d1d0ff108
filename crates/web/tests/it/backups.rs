//! Backups: the page, the download, and the way back in.

use crate::keeping::downloads;
use crate::world::World;
use axum::http::StatusCode;

/// All boxes ticked, the name as suggested.
const WHOLE: [(&str, &str); 4] = [
    ("attachments", "on"),
    ("emails", "on"),
    ("history", "on"),
    ("form", "compressed"),
];

#[tokio::test]
async fn the_page_suggests_the_name_and_ticks_every_box() {
    let world = World::new();
    let business = world.business("ঢাকা মুদি দোকান").await;
    let page = world.page(&format!("{business}/backups/new")).await;
    let today = backup::today(jiff::Timestamp::now(), "Asia/Dhaka");
    let name = backup::suggested_file_name("ঢাকা মুদি দোকান", today);
    assert!(page.contains(&format!("value=\"{name}\"")), "{page}");
    for section in ["attachments", "emails", "history"] {
        let boxed = page
            .split(&format!("id=\"{section}\""))
            .nth(1)
            .expect("the box");
        assert!(
            boxed
                .split('>')
                .next()
                .expect("its end")
                .contains("checked"),
            "{section}"
        );
    }
    assert!(page.contains("cannot serve as an audit trail"));
}

#[tokio::test]
async fn a_backup_is_verified_downloaded_and_imported_again() {
    let world = World::new();
    let business = world.business("Café ঢাকা").await;
    let page = world.backup(&business, &WHOLE).await;
    let done = world.page(&page).await;
    assert!(done.contains("data-download"), "{done}");
    assert!(done.contains("read back and compared"), "{done}");
    let file = world.get(&format!("{page}/file")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert_eq!(file.header("content-length"), file.bytes.len().to_string());
    let disposition = file.header("content-disposition");
    assert!(
        disposition.starts_with("attachment; filename=\"backup-"),
        "{disposition}"
    );
    assert!(
        disposition.contains("filename*=UTF-8''Caf%C3%A9%20%E0%A6%A2"),
        "{disposition}"
    );
    let preview = world.upload("copy.manager", &file.bytes).await.location();
    let text = world.page(&preview).await;
    assert!(
        text.contains("Made by Tijori 0.1.0") && text.contains("Rina Sen"),
        "{text}"
    );
    assert!(text.contains("value=\"Café ঢাকা (2)\""), "{text}");
    let again = world.confirm(&preview).await;
    let trail = world.page(&format!("{again}/history")).await;
    assert!(trail.contains("Restored from a backup") && trail.contains("Business created"));
    // Equal content has an equal digest: in the file, in its preview, and before it was made.
    assert_eq!(digest(&done).len(), 64, "{done}");
    assert_eq!(digest(&done), digest(&text));
    let twice = world
        .backup(&again, &[("attachments", "on"), ("emails", "on")])
        .await;
    let without = world.page(&twice).await;
    assert!(
        without.contains("What you left out is noted in it"),
        "{without}"
    );
    // The content digest speaks of the books, which are the same with and without History.
    assert_eq!(digest(&without), digest(&done));
}

/// SPEC-history.md, 4.1.
#[tokio::test]
async fn the_download_of_a_backup_just_made_is_in_history_beside_its_making() {
    let world = World::new();
    let business = world.business("Shop").await;
    let (first, second) = (
        world.backup(&business, &WHOLE).await,
        world.backup(&business, &WHOLE).await,
    );
    assert_eq!(downloads(&world, &business).len(), 0, "made is not taken");
    for page in [&first, &first, &second] {
        let file = world.get(&format!("{page}/file")).await;
        assert_eq!(file.status, StatusCode::OK);
    }
    // The name is the same, the file is another.
    assert_eq!(downloads(&world, &business).len(), 2);
    let trail = world.page(&format!("{business}/history")).await;
    assert!(trail.contains("Backup downloaded") && trail.contains("Backup made"));
    // Books that are not there keep nobody from the backup.
    world.post(&format!("{business}/removal"), &[]).await;
    assert_eq!(world.businesses_count(), 0);
    let file = world.get(&format!("{first}/file")).await;
    assert_eq!(file.status, StatusCode::OK);
}

/// The content digest on a page of a finished backup.
fn digest(page: &str) -> String {
    let code = page.split("class=\"digest\">").nth(1).unwrap_or_default();
    code.split('<').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_is_left_out_on_purpose_is_said_before_the_import() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world
        .backup(&business, &[("attachments", "on"), ("emails", "on")])
        .await;
    let file = world.get(&format!("{page}/file")).await;
    let preview = world.upload("copy.manager", &file.bytes).await.location();
    let text = world.page(&preview).await;
    assert!(
        text.contains("Left out on purpose when the backup was made"),
        "{text}"
    );
}

#[tokio::test]
async fn a_typed_name_is_cleaned_and_shown() {
    let world = World::new();
    let business = world.business("Shop").await;
    let mut form = WHOLE.to_vec();
    form.push(("file_name", "../Year: end"));
    let page = world.backup(&business, &form).await;
    let done = world.page(&page).await;
    let clean = backup::clean_file_name("../Year: end");
    assert!(done.contains(&clean), "{clean}: {done}");
    let file = world.get(&format!("{page}/file")).await;
    assert!(
        file.header("content-disposition")
            .contains(&format!("filename=\"{clean}\""))
    );
}

#[tokio::test]
async fn an_uncompressed_backup_is_a_plain_database() {
    let world = World::new();
    let business = world.business("Shop").await;
    let mut form = WHOLE;
    form[3] = ("form", "plain");
    let page = world.backup(&business, &form).await;
    let file = world.get(&format!("{page}/file")).await;
    assert!(file.bytes.starts_with(b"SQLite format 3\0"));
}

#[tokio::test]
async fn a_backup_belongs_to_its_business_and_goes_when_it_is_let_go_of() {
    let world = World::new();
    let (shop, other) = (world.business("Shop").await, world.business("Other").await);
    let page = world.backup(&shop, &WHOLE).await;
    let id = page.rsplit('/').next().expect("an id");
    let foreign = world.get(&format!("{other}/backups/{id}/file")).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert!(world.scratch_count() > 0);
    world
        .post(&format!("{page}/cancellation"), &[])
        .await
        .location();
    assert_eq!(world.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.scratch_count(), 0);
}

#[tokio::test]
async fn a_script_that_asks_for_finished_work_is_led_to_the_whole_page() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world.backup(&business, &WHOLE).await;
    assert_eq!(world.get(&format!("{page}?poll=1")).await.location(), page);
}

#[tokio::test]
async fn the_list_and_the_trail_know_of_the_backup() {
    let world = World::new();
    let business = world.business("Shop").await;
    assert!(world.page(&business).await.contains("has no backup yet"));
    world.backup(&business, &WHOLE).await;
    assert!(!world.page(&business).await.contains("has no backup yet"));
    assert!(!world.page("/").await.contains("No backup yet"));
    assert!(
        world
            .page(&format!("{business}/history?action=backup"))
            .await
            .contains("Backup made")
    );
}

#[tokio::test]
async fn a_form_of_backup_that_does_not_exist_is_refused() {
    let world = World::new();
    let business = world.business("Shop").await;
    let form = [("file_name", "Shop"), ("form", "bogus")];
    let answer = world.post(&format!("{business}/backups"), &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("not known"), "{}", answer.text());
}

#[tokio::test]
async fn the_name_for_readers_of_ascii_has_the_date_of_the_business() {
    // At every moment at least one of the two has another date than UTC.
    for zone in ["Pacific/Kiritimati", "Etc/GMT+12"] {
        let world = World::new();
        let form = [("name", "দোকান"), ("currency", "BDT"), ("time_zone", zone)];
        let business = world.post("/businesses", &form).await.location();
        let day = backup::today(jiff::Timestamp::now(), zone);
        let page = world.backup(&business, &WHOLE).await;
        let file = world.get(&format!("{page}/file")).await;
        let disposition = file.header("content-disposition").to_owned();
        assert!(
            disposition.contains(&format!("filename=\"backup-{day}.manager\"")),
            "{zone}: {disposition}"
        );
    }
}

#[tokio::test]
async fn a_name_of_which_nothing_is_seen_becomes_one() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world
        .backup(&business, &[("file_name", "\u{200d}"), ("form", "plain")])
        .await;
    let file = world.get(&format!("{page}/file")).await;
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"business.manager\"; filename*=UTF-8''business.manager"
    );
}
