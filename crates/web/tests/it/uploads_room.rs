//! A file for which there is no room is refused before it arrives, with what is needed and what is
//! there (docs/SPEC-backup.md, section 12).

use crate::world::World;
use axum::http::StatusCode;
use backup::Disk;
use std::path::Path;
use testkit::sample_files;

/// A disk on which a hundred thousand bytes are free.
fn small(_: &Path) -> Option<Disk> {
    Some(Disk {
        id: "small".to_owned(),
        free_bytes: 100_000,
    })
}

#[tokio::test]
async fn every_page_that_takes_a_file_refuses_what_does_not_fit() {
    let world = World::on_disk(small);
    let file = world.made("small.manager", sample_files::small_business_file);
    assert!(file.len() > 25_000, "it needs four times its length");
    for page in ["/imports", "/opened", "/verifications"] {
        let answer = world.upload_to(page, "Shop.manager", &file).await;
        assert_eq!(answer.status, StatusCode::INSUFFICIENT_STORAGE, "{page}");
        let text = answer.text();
        assert!(text.contains("Not enough room on the disk of"), "{text}");
        assert!(text.contains("100 kB are free"), "{text}");
        assert!(text.contains("scratch"), "which disk: {text}");
        assert_eq!(world.scratch_count(), 0);
    }
    assert_eq!(world.businesses_count(), 0);
}

#[tokio::test]
async fn what_fits_arrives() {
    let world = World::on_disk(small);
    // No backup, and refused for that.
    let answer = world.upload("Shop.manager", &[b'x'; 20_000]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text().contains("Not enough room"));
}

/// Somebody whose disk it is not cannot make room, and does not learn of its folders
/// (docs/SPEC-cloud.md, 7.5).
#[tokio::test]
async fn whose_disk_it_is_not_is_told_to_try_later_and_nothing_of_the_disk() {
    let world = World::on_disk_of_others(small);
    let file = world.made("small.manager", sample_files::small_business_file);
    for page in ["/imports", "/verifications"] {
        let answer = world.upload_to(page, "Shop.manager", &file).await;
        assert_eq!(answer.status, StatusCode::INSUFFICIENT_STORAGE, "{page}");
        let text = answer.text();
        assert!(text.contains("no room for this file"), "{text}");
        assert!(!text.contains("scratch") && !text.contains("100 kB"));
    }
    assert_eq!(world.scratch_count(), 0);
}
