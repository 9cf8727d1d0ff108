//! Files that are looked through as long work: their page, stopping, and what is left behind
//! (docs/SPEC-import.md, section 7).

use crate::gate::Gate;
use crate::rescuing::{damaged, offered};
use crate::world::{Answer, World};
use axum::http::StatusCode;
use std::time::{Duration, Instant};
use testkit::sample_files;

const WORDS: &str = "tulip granite seventeen kettle orbit plum";

/// A program that never waits, and the gate that holds up its work.
fn hasty() -> (World, Gate) {
    let gate = Gate::default();
    (World::gated(&gate), gate)
}

/// Sends a small business; the first answer.
async fn sent(world: &World, path: &str) -> Answer {
    let made = world.folder.path().join("small.manager");
    if !made.exists() {
        sample_files::small_business_file(&made).expect("a sample file");
    }
    let file = std::fs::read(&made).expect("its bytes");
    world
        .sent_files(path, &[("file", "Corner shop.manager", file)])
        .await
}

/// The page that tells of work, which is not over.
async fn working(world: &World, answer: Answer) -> String {
    let page = answer.location();
    assert!(page.starts_with("/looking/"), "{page}");
    let told = world.page(&page).await;
    assert!(told.contains("data-poll"), "{told}");
    assert!(told.contains("Corner"), "it names the file: {told}");
    page
}

/// Presses Stop; where that leads.
async fn stopped(world: &World, page: &str) -> String {
    let stop = format!("{page}/cancellation");
    world.sent(&stop, &[]).await.location()
}

/// What the page of work tells once it is over.
async fn ended(world: &World, page: &str) -> Answer {
    let begun = Instant::now();
    loop {
        let told = world.get(page).await;
        if !told.text().contains("data-poll") {
            return told;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "it does not end");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Waits until the folder for temporary files holds so much and no more.
async fn scratch_holds(world: &World, count: usize) {
    let begun = Instant::now();
    while world.scratch_count() != count {
        let held = world.scratch_count();
        assert!(begun.elapsed() < Duration::from_secs(60), "{held} are left");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn each_page_of_work_leads_on_to_what_it_came_to() {
    let (world, _gate) = hasty();
    for (path, next) in [
        ("/imports", "/imports/"),
        ("/opened", "/businesses/"),
        ("/verifications", "/verifications/"),
    ] {
        let told = world.looked(sent(&world, path).await).await.location();
        assert!(told.starts_with(next), "{told}");
        assert_eq!(world.get(&told).await.status, StatusCode::OK, "{told}");
    }
    assert_eq!(world.businesses_count(), 0, "nothing was imported");
}

#[tokio::test]
async fn what_is_stopped_while_it_goes_on_leaves_nothing() {
    let (world, gate) = hasty();
    gate.shut();
    let page = working(&world, sent(&world, "/opened").await).await;
    assert_eq!(stopped(&world, &page).await, "/opened/new");
    gate.open();
    scratch_holds(&world, 0).await;
    let told = world.get(&page).await.text();
    assert!(told.contains("Stopped, as you wished"), "{told}");
    assert!(!world.page("/opened/new").await.contains("/closing"));
}

#[tokio::test]
async fn what_is_stopped_too_late_leaves_nothing_either() {
    let (world, _gate) = hasty();
    for path in ["/imports", "/opened"] {
        let answer = sent(&world, path).await;
        let page = answer.location();
        let next = world.looked(answer).await.location();
        assert!(world.scratch_count() > 0, "its private copy waits");
        stopped(&world, &page).await;
        assert_eq!(world.get(&next).await.status, StatusCode::NOT_FOUND);
        let told = world.get(&page).await.text();
        assert!(told.contains("Stopped, as you wished"), "{told}");
        scratch_holds(&world, 0).await;
    }
    // The offer to rescue what is whole goes with it.
    let file = damaged(&world);
    let files = [("file", "Corner shop.manager", file)];
    let answer = world.sent_files("/imports", &files).await;
    let page = answer.location();
    let told = world.looked(answer).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    let rescue = offered(&told.text());
    stopped(&world, &page).await;
    assert_eq!(world.get(&rescue).await.status, StatusCode::NOT_FOUND);
    scratch_holds(&world, 0).await;
}

#[tokio::test]
async fn a_stop_in_any_moment_leaves_nothing() {
    let (world, _gate) = hasty();
    for pause_ms in [0, 1, 2, 4, 8, 16, 32, 64, 128, 256] {
        for path in ["/imports", "/opened", "/verifications"] {
            let page = sent(&world, path).await.location();
            tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            if page.starts_with("/looking/") {
                stopped(&world, &page).await;
            }
            scratch_holds(&world, 0).await;
        }
    }
    assert_eq!(world.businesses_count(), 0);
}

#[tokio::test]
async fn two_files_at_once_do_not_disturb_each_other() {
    let (world, gate) = hasty();
    gate.shut();
    let first = working(&world, sent(&world, "/opened").await).await;
    let second = working(&world, sent(&world, "/opened").await).await;
    assert_ne!(first, second);
    stopped(&world, &first).await;
    gate.open();
    let opened = ended(&world, &second).await.location();
    assert!(world.page(&opened).await.contains("Corner"));
    // The ninth is told to wait.
    gate.shut();
    for _ in 0..8 {
        working(&world, sent(&world, "/opened").await).await;
    }
    let refused = sent(&world, "/opened").await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.text().contains("Too many files"));
    gate.open();
}

#[tokio::test]
async fn a_wrong_passphrase_that_takes_long_is_asked_for_again() {
    let (world, gate) = hasty();
    let business = world.business("Corner").await;
    let form = [
        ("attachments", "on"),
        ("protect", "own"),
        ("passphrase", WORDS),
        ("passphrase_again", WORDS),
    ];
    let backup = world.backup(&business, &form).await;
    let file = world.get(&format!("{backup}/file")).await.bytes;
    world.sent(&format!("{backup}/cancellation"), &[]).await;
    let answer = world.upload_to("/opened", "Corner.manager", &file).await;
    let locked = answer.location();
    assert!(locked.starts_with("/locked/"), "{locked}");
    let wrong = world.sent(&locked, &[("passphrase", "tulip")]).await;
    working_without_words(&wrong);
    let told = world.looked(wrong).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.text().contains("the passphrase is wrong"));
    assert!(told.text().contains(&format!("action=\"{locked}\"")));
    // Stopped while the right one opens it, the file waits for another try.
    gate.shut();
    let right = world.sent(&locked, &[("passphrase", WORDS)]).await;
    working_without_words(&right);
    let page = right.location();
    assert_eq!(stopped(&world, &page).await, locked);
    gate.open();
    let told = world.looked(right).await.text();
    assert!(told.contains("Stopped, as you wished"), "{told}");
    let opened = world.post(&locked, &[("passphrase", WORDS)]).await;
    assert!(opened.location().starts_with("/businesses/"));
    assert_eq!(world.get(&locked).await.status, StatusCode::NOT_FOUND);
}

/// A passphrase stands in no address.
fn working_without_words(answer: &Answer) {
    let page = answer.header("location");
    assert!(page.starts_with("/looking/"), "{}", answer.text());
    assert!(!page.contains("tulip"), "{page}");
}

#[tokio::test]
async fn a_rescue_is_long_work_that_can_be_stopped_and_begun_again() {
    let (world, gate) = hasty();
    let answer = world.upload("Corner Shop.manager", &damaged(&world)).await;
    let rescue = offered(&answer.text());
    let confirmation = format!("{rescue}/confirmation");
    let ticked = [("name", "Saved"), ("accepted", "on")];
    gate.shut();
    let page = working(&world, world.sent(&confirmation, &ticked).await).await;
    for address in [&rescue, &confirmation] {
        let again = match address == &rescue {
            true => world.get(address).await,
            false => world.sent(address, &ticked).await,
        };
        assert_eq!(again.location(), page, "the second press only looks");
    }
    assert_eq!(stopped(&world, &page).await, rescue);
    gate.open();
    let told = ended(&world, &page).await.text();
    assert!(told.contains("Stopped, as you wished"), "{told}");
    assert!(told.contains("INV-1"), "the list stands there again");
    assert_eq!(world.businesses_count(), 0);
    let business = world.post(&confirmation, &ticked).await.location();
    let summary = world.page(&business).await;
    assert!(summary.contains("Rescued from a damaged file"), "{summary}");
    assert_eq!(world.get(&rescue).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.businesses_count(), 1);
    scratch_holds(&world, 0).await;
}
