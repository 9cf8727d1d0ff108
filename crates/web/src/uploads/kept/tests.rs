//! Pieces follow each other, differ, grow old, and are nobody else's.

use super::*;
use catalog::MemoryBlobs;

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn begun(number: u8, bytes_count: u64) -> Begun {
    Begun {
        id: Key::from_random([number; 16]),
        owner: Some(Key::from_random([9; 16])),
        name: "Lamps\u{2028} & Öl.manager".to_owned(),
        bytes_count,
        sha256: None,
        begun_at: now(),
    }
}

fn sum(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn code<T>(told: Result<T, PageError>) -> &'static str {
    told.err().map_or("", |error| error.code)
}

/// Adds a piece where the upload stands; where it stands then.
fn add(uploads: &Uploads<'_>, it: &Begun, piece: &[u8]) -> Result<u64, PageError> {
    let upload = uploads.find(it.id, it.owner, now())?;
    let count = piece.len() as u64;
    uploads.add(&upload, upload.offset, &sum(piece), &mut &*piece, count)
}

fn written(uploads: &Uploads<'_>, it: &Begun) -> Result<Vec<u8>, PageError> {
    let upload = uploads.find(it.id, it.owner, now())?;
    let mut out = Vec::new();
    uploads.write(&upload, &mut out, &mut |_| Ok(()))?;
    Ok(out)
}

#[test]
fn spec_8_3_pieces_follow_each_other_and_become_the_file() {
    let place = MemoryBlobs::default();
    let uploads = Uploads(&place);
    let it = Begun {
        sha256: Some(sum(b"lamps and oil")),
        ..begun(1, 13)
    };
    uploads.begin(&it, 100).unwrap();
    assert_eq!(code(written(&uploads, &it)), "upload-incomplete");
    assert_eq!(add(&uploads, &it, b"lamps").unwrap(), 5);
    // What was begun is what is found, at whichever node.
    let found = Uploads(&place).find(it.id, it.owner, now()).unwrap();
    assert_eq!((&found.begun, found.offset), (&it, 5));
    let early = uploads.add(&found, 4, &sum(b"x"), &mut b"x".as_slice(), 1);
    assert_eq!(code(early), "upload-offset");
    assert_eq!(
        code(add(&uploads, &it, b" and much more oil")),
        "upload-too-long"
    );
    assert_eq!(add(&uploads, &it, b"").unwrap(), 5);
    assert_eq!(add(&uploads, &it, b" and oil").unwrap(), 13);
    assert_eq!(written(&uploads, &it).unwrap(), b"lamps and oil");
    uploads.remove(it.id).unwrap();
    assert!(place.list("").unwrap().is_empty());
    assert_eq!(code(written(&uploads, &it)), "page-not-found");
}

#[test]
fn spec_8_3_the_same_piece_twice_and_two_at_once_do_no_harm() {
    let place = MemoryBlobs::default();
    let uploads = Uploads(&place);
    let it = begun(1, 6);
    uploads.begin(&it, 100).unwrap();
    let first = uploads.find(it.id, it.owner, now()).unwrap();
    let put = |bytes: &[u8]| {
        uploads
            .add(&first, 0, &sum(bytes), &mut &*bytes, bytes.len() as u64)
            .unwrap()
    };
    // A node was still keeping the long one when a short one was sent again.
    assert_eq!((put(b"abcd"), put(b"ab"), put(b"abcd")), (4, 2, 4));
    assert_eq!(uploads.find(it.id, it.owner, now()).unwrap().offset, 4);
    add(&uploads, &it, b"ef").unwrap();
    assert_eq!(written(&uploads, &it).unwrap(), b"abcdef");
}

#[test]
fn spec_8_4_what_was_changed_in_the_place_or_on_the_way_is_found() {
    let place = MemoryBlobs::default();
    let uploads = Uploads(&place);
    let it = begun(1, 3);
    uploads.begin(&it, 100).unwrap();
    add(&uploads, &it, b"abc").unwrap();
    let key = place.list("").unwrap()[0].key.clone();
    assert!(key.as_str().ends_with(&sum(b"abc")[..32]), "{key}");
    place.delete(&key).unwrap();
    place.put(&key, &mut b"abd".as_slice()).unwrap();
    assert_eq!(code(written(&uploads, &it)), "upload-differs");
    let other = Begun {
        sha256: Some(sum(b"abd")),
        ..begun(2, 3)
    };
    uploads.begin(&other, 100).unwrap();
    add(&uploads, &other, b"abc").unwrap();
    assert_eq!(code(written(&uploads, &other)), "upload-differs");
}

#[test]
fn spec_8_5_it_is_its_senders_for_a_day_and_then_nobodys() {
    let place = MemoryBlobs::default();
    let uploads = Uploads(&place);
    let it = begun(1, 3);
    uploads.begin(&it, 100).unwrap();
    add(&uploads, &it, b"ab").unwrap();
    for (owner, at) in [
        (None, now()),
        (Some(Key::from_random([8; 16])), now()),
        (it.owner, now() + LIFE),
    ] {
        assert_eq!(code(uploads.find(it.id, owner, at)), "page-not-found");
    }
    let late = now() + LIFE - SignedDuration::from_secs(1);
    assert!(uploads.find(it.id, it.owner, late).is_ok());
    assert_eq!(uploads.all(late).unwrap().len(), 1);
    // Looking lets go of it with its pieces.
    assert_eq!(uploads.all(now() + LIFE).unwrap().len(), 0);
    assert!(place.list("").unwrap().is_empty());
}

#[test]
fn spec_8_5_so_many_are_open_and_so_much_is_announced() {
    let place = MemoryBlobs::default();
    let uploads = Uploads(&place);
    for number in 1..=6 {
        uploads.begin(&begun(number, 10), 100).unwrap();
    }
    assert_eq!(code(uploads.begin(&begun(7, 1), 100)), "uploads-too-many");
    uploads.remove(begun(1, 10).id).unwrap();
    // 50 are announced, and twice the largest file may be.
    assert_eq!(code(uploads.begin(&begun(7, 11), 30)), "uploads-too-many");
    uploads.begin(&begun(7, 10), 30).unwrap();
}

#[test]
fn what_was_begun_comes_back_from_its_text() {
    for it in [
        begun(1, 10_000_000_000),
        Begun {
            owner: None,
            sha256: Some(sum(b"")),
            ..begun(2, 1)
        },
    ] {
        assert_eq!(Begun::from_text(it.id, &it.text()), Some(it));
    }
    assert_eq!(Begun::from_text(Key::NIL, "tijori-upload 2\n"), None);
}

#[test]
fn spec_8_5_what_is_no_upload_harms_none_and_goes_when_it_is_old() {
    let place = MemoryBlobs::default();
    let uploads = Uploads(&place);
    let stray: BlobKey = "probe-0011223344556677".parse().unwrap();
    place.put(&stray, &mut b"x".as_slice()).unwrap();
    // Places tell by their own clock how old something is.
    let at = Timestamp::now();
    let it = Begun {
        begun_at: at,
        ..begun(1, 3)
    };
    uploads.begin(&it, 100).unwrap();
    assert_eq!(uploads.all(at).unwrap().len(), 1);
    assert!(place.head(&stray).unwrap().is_some());
    let next_day = at + LIFE + SignedDuration::from_hours(1);
    assert!(uploads.all(next_day).unwrap().is_empty());
    assert!(place.list("").unwrap().is_empty(), "it went too");
}

#[test]
fn spec_8_5_no_more_are_open_though_many_begin_at_once() {
    let place = MemoryBlobs::default();
    let taken = std::thread::scope(|scope| {
        let begin = |number| {
            let place = &place;
            scope.spawn(move || Uploads(place).begin(&begun(number, 10), 100))
        };
        let all: Vec<_> = (1..=12).map(begin).collect();
        let told = all.into_iter().map(|it| it.join().unwrap());
        told.filter(Result::is_ok).count()
    });
    let open = Uploads(&place).all(now()).unwrap();
    assert_eq!(open.len(), taken, "those that were refused are not there");
    assert!(taken <= OPEN_COUNT_MAX, "{taken}");
}
