//! Attaching, downloading, showing and removing files.

use crate::bench::{Bench, CUSTOMER, FURNITURE};
use axum::http::StatusCode;
use books::{Key, kinds};
use history::Action;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR and so on";
const HTML: &[u8] = b"<script>alert(1)</script>";

fn upload_path(business: Key, record: Key) -> String {
    format!("/businesses/{business}/record/{record}/attachments")
}

async fn attached(bench: &Bench, business: Key, files: &[(&str, &[u8])]) -> Vec<Key> {
    let answer = bench.upload(&upload_path(business, CUSTOMER), files).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let mut found = Vec::new();
    for (name, _) in files {
        let object = bench
            .objects(business, Some(kinds::ATTACHMENT))
            .into_iter()
            .find(|object| interchange::title(object).as_deref() == Some(name))
            .expect("the attachment");
        found.push(object.key);
    }
    found
}

#[tokio::test]
async fn several_files_are_attached_at_once_and_come_back_byte_for_byte() {
    let bench = Bench::new();
    let business = bench.small_business();
    let entries = bench.entries(business).len();
    let large: Vec<u8> = (0..3_000_000_u32).flat_map(u32::to_le_bytes).collect();
    let files: [(&str, &[u8]); 3] = [
        ("large.bin", &large),
        ("রসিদ ১.txt", b"\0\xff"),
        ("empty", b""),
    ];
    let keys = attached(&bench, business, &files).await;
    for (key, (name, bytes)) in keys.iter().zip(files) {
        let answer = bench
            .get(&format!("/businesses/{business}/attachments/{key}"))
            .await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.bytes == bytes, "{name}");
        assert_eq!(answer.header("content-length"), bytes.len().to_string());
    }
    let written = bench.entries(business).split_off(entries);
    assert_eq!(written.len(), 3);
    assert!(
        written
            .iter()
            .all(|entry| entry.draft.action == Action::Create)
    );
    assert!(
        written
            .iter()
            .all(|entry| entry.draft.stamp.commit == written[0].draft.stamp.commit)
    );

    let page = bench
        .get(&format!("/businesses/{business}/record/{CUSTOMER}"))
        .await
        .text();
    assert!(page.contains("রসিদ ১.txt") && page.contains("large.bin"));
    let other = bench
        .get(&format!("/businesses/{business}/record/{FURNITURE}"))
        .await
        .text();
    assert!(!other.contains("large.bin"));
}

#[tokio::test]
async fn a_download_can_do_nothing_in_our_pages() {
    let bench = Bench::new();
    let business = bench.small_business();
    let keys = attached(&bench, business, &[("অফার.html", HTML)]).await;
    let path = format!("/businesses/{business}/attachments/{}", keys[0]);
    let answer = bench.get(&path).await;
    assert_eq!(answer.bytes, HTML);
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"____.html\"; \
         filename*=UTF-8''%E0%A6%85%E0%A6%AB%E0%A6%BE%E0%A6%B0.html"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(
        answer.header("content-security-policy"),
        "default-src 'none'; sandbox; frame-ancestors 'none'"
    );
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let preview = bench.get(&format!("{path}/preview")).await;
    assert_eq!(preview.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn only_images_and_pdf_are_shown_and_pdf_without_the_sandbox() {
    let bench = Bench::new();
    let business = bench.small_business();
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    let files: [(&str, &[u8]); 3] = [
        ("photo.png", PNG),
        ("bill.pdf", b"%PDF-1.7 ..."),
        ("drawing.png", svg),
    ];
    let keys = attached(&bench, business, &files).await;
    let preview = |at: usize| format!("/businesses/{business}/attachments/{}/preview", keys[at]);
    let image = bench.get(&preview(0)).await;
    assert_eq!(
        (image.status, image.header("content-type")),
        (StatusCode::OK, "image/png")
    );
    assert!(image.header("content-security-policy").contains("sandbox"));
    assert!(image.header("content-disposition").starts_with("inline;"));
    let pdf = bench.get(&preview(1)).await;
    assert_eq!(
        (pdf.status, pdf.header("content-type")),
        (StatusCode::OK, "application/pdf")
    );
    assert_eq!(
        pdf.header("content-security-policy"),
        "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
    );
    assert_eq!(
        bench.get(&preview(2)).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
}

#[tokio::test]
async fn a_removed_attachment_is_gone_and_history_says_so() {
    let bench = Bench::new();
    let business = bench.small_business();
    let keys = attached(&bench, business, &[("mistake.txt", b"mistake")]).await;
    let path = format!("/businesses/{business}/attachments/{}", keys[0]);
    let removed = bench.post(&format!("{path}/removal"), &[]).await;
    assert_eq!(removed.key_of_location(), CUSTOMER);
    assert_eq!(bench.get(&path).await.status, StatusCode::NOT_FOUND);
    let entries = bench.entries(business);
    let last = entries.last().expect("an entry");
    assert_eq!(
        (last.draft.action, last.draft.title.as_str()),
        (Action::Delete, "mistake.txt")
    );
    let again = bench.post(&format!("{path}/removal"), &[]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_record_that_is_no_attachment_cannot_be_removed_or_downloaded_as_one() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/attachments/{CUSTOMER}");
    assert_eq!(bench.get(&path).await.status, StatusCode::NOT_FOUND);
    let removal = bench.post(&format!("{path}/removal"), &[]).await;
    assert_eq!(removal.status, StatusCode::NOT_FOUND);
    assert!(bench.object(business, CUSTOMER).is_some());
    let nowhere = bench
        .upload(
            &upload_path(business, crate::bench::key(0x66)),
            &[("a.txt", b"a")],
        )
        .await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let nothing = bench.upload(&upload_path(business, CUSTOMER), &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bench.objects(business, Some(kinds::ATTACHMENT)).is_empty());
}

#[tokio::test]
async fn a_file_above_the_limit_is_refused_by_name_and_nothing_is_kept() {
    let bench = Bench::new();
    let business = bench.small_business();
    let large = vec![7_u8; 100_000_001];
    let answer = bench
        .upload(
            &upload_path(business, CUSTOMER),
            &[("small.txt", b"a"), ("too large.bin", &large)],
        )
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let sentence = "too large.bin is larger than 100";
    assert!(answer.text().contains(sentence), "{}", answer.text());
    assert!(bench.objects(business, Some(kinds::ATTACHMENT)).is_empty());
}

/// SPEC-cloud.md, 7.6.
#[tokio::test]
async fn a_download_without_room_waits_a_minute_and_is_told_so() {
    let bench = Bench::new();
    let business = bench.small_business();
    let keys = attached(&bench, business, &[("bill.txt", b"bill")]).await;
    let path = format!("/businesses/{business}/attachments/{}", keys[0]);
    let app = bench.app();
    let whose = *app.installation.as_bytes();
    let mut others = Vec::new();
    while let Some(place) = app.downloads.enter(whose) {
        others.push(place);
    }
    let refused = bench.get(&path).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.header("retry-after"), "60");
    assert!(refused.text().contains("in a minute"), "{}", refused.text());
    let page = bench
        .get(&format!("/businesses/{business}/attachments"))
        .await;
    assert_eq!(page.status, StatusCode::OK, "pages go on");
    others.pop();
    assert_eq!(bench.get(&path).await.text(), "bill");
    // The place was given back.
    assert_eq!(bench.get(&path).await.text(), "bill");
}
