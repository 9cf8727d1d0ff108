//! Two subscribers, their backups in memory, and a browser.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, header};
use catalog::contract::{entry, key, place};
use catalog::{
    BackupEntry, BlobError, BlobKey, BlobStore, Catalog, Errand, ErrandAsked, ErrandKind,
    ErrandState, ErrandWish, Key, MemoryBlobs, MemoryCatalog, Place, Receipt, Trouble,
};
use http_body_util::BodyExt;
use jiff::{SignedDuration, Timestamp};
use portal::{
    Entered, Member, OwnBusiness, Places, Portal, Presented, Shelf, Step, Subscribers,
    Subscription, SubscriptionState, router,
};
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;

/// The bytes of every backup here: more than two chunks of a download.
pub fn bytes() -> Vec<u8> {
    (0..700_000_u32).map(|n| (n % 251) as u8).collect()
}

/// What the stand-in for users and databases knows.
pub struct Stand {
    pub members: Mutex<HashMap<String, Member>>,
    pub shelves: HashMap<Key, Shelf>,
    pub noted: Mutex<Vec<(Key, Key)>>,
    pub is_down: Mutex<bool>,
    /// Businesses by subscriber.
    pub owned: Mutex<Vec<(Key, OwnBusiness)>>,
    /// Errands by subscriber, those asked for last first.
    pub errands: Mutex<Vec<(Key, Errand)>>,
    /// Whose account was described to whom.
    pub described: Mutex<Vec<Key>>,
    /// Whether a description breaks off.
    pub breaks_off: Mutex<bool>,
}

impl Stand {
    fn ask(&self) -> Result<(), Trouble> {
        match *self.is_down.lock().unwrap() {
            true => Err(Trouble::new(
                "store-unreachable",
                vec![("reason", "gone".to_owned())],
            )),
            false => Ok(()),
        }
    }
}

impl Subscribers for Stand {
    fn begin(&self, name: &str, password: &str, _: &Presented) -> Result<Step, Trouble> {
        self.ask()?;
        match (self.members.lock().unwrap().contains_key(name), password) {
            (true, "right") => Ok(Step::In(in_as(name))),
            (true, "right and a code") => Ok(Step::Code(name.to_owned())),
            (_, "too often") => Err(Trouble::new(
                "too-many-tries",
                vec![("seconds", "4".to_owned())],
            )),
            _ => Err(Trouble::new("sign-in-refused", Vec::new())),
        }
    }

    fn take_code(&self, begun: &str, code: &str, _: &Presented) -> Result<Entered, Trouble> {
        match code {
            "123456" => Ok(in_as(begun)),
            _ => Err(Trouble::new("code-refused", Vec::new())),
        }
    }

    fn member(&self, session: &str) -> Result<Option<Member>, Trouble> {
        self.ask()?;
        Ok(self.members.lock().unwrap().get(session).cloned())
    }

    fn sign_out(&self, _: &str, _: &Presented) -> Result<(), Trouble> {
        self.ask()
    }

    fn shelf(&self, member: &Member) -> Result<Shelf, Trouble> {
        Ok(self.shelves[&member.subscriber].clone())
    }

    fn note_download(&self, member: &Member, entry: &BackupEntry) -> Result<(), Trouble> {
        self.noted.lock().unwrap().push((member.user, entry.key));
        Ok(())
    }

    fn businesses(&self, member: &Member) -> Result<Vec<OwnBusiness>, Trouble> {
        Ok(of(&self.owned.lock().unwrap(), member))
    }

    fn errands(&self, member: &Member) -> Result<Vec<Errand>, Trouble> {
        Ok(of(&self.errands.lock().unwrap(), member))
    }

    fn ask(&self, member: &Member, wish: ErrandWish) -> Result<ErrandAsked, Trouble> {
        let mut errands = self.errands.lock().unwrap();
        let alike = |it: &&Errand| (it.wish.kind, it.wish.business) == (wish.kind, wish.business);
        if let Some(waits) = of(&errands, member)
            .iter()
            .filter(|it| it.is_open())
            .find(alike)
        {
            return Ok(ErrandAsked::Waiting(waits.key));
        }
        if errands.len() >= 3 {
            return Ok(ErrandAsked::TooMany);
        }
        let errand = errand_of(wish, errands.len());
        let key = errand.key;
        errands.insert(0, (member.subscriber, errand));
        Ok(ErrandAsked::Entered(key))
    }

    fn call_back(&self, member: &Member, errand: Key) -> Result<bool, Trouble> {
        let mut errands = self.errands.lock().unwrap();
        let is_it = |it: &&mut (Key, Errand)| {
            it.0 == member.subscriber && it.1.key == errand && it.1.due_at > Timestamp::now()
        };
        let found = errands.iter_mut().find(is_it);
        Ok(found.is_some_and(|(_, errand)| {
            errand.state = ErrandState::CalledBack;
            errand.ended_at = Some(Timestamp::now());
            true
        }))
    }

    fn confirm(&self, _: &str, password: &str, _: &Presented) -> Result<(), Trouble> {
        match password {
            "right" => Ok(()),
            "too often" => Err(Trouble::new(
                "too-many-tries",
                vec![("seconds", "4".to_owned())],
            )),
            _ => Err(Trouble::new("sign-in-refused", Vec::new())),
        }
    }

    fn asks_for_code(&self, member: &Member) -> Result<bool, Trouble> {
        self.ask()?;
        Ok(member.subscriber == key(2))
    }

    fn prove(
        &self,
        session: &str,
        (password, code): (&str, &str),
        from: &Presented,
    ) -> Result<Entered, Trouble> {
        self.confirm(session, password, from)?;
        let mut members = self.members.lock().unwrap();
        let member = members[session].clone();
        if member.subscriber == key(2) && code != "123456" {
            return Err(Trouble::new("code-refused", Vec::new()));
        }
        members.remove(session);
        let renewed = format!("{session}-again");
        let proved = Member {
            is_proved: true,
            ..member
        };
        members.insert(renewed.clone(), proved);
        Ok(Entered {
            session: renewed,
            device: None,
        })
    }

    fn has_begun(&self, member: &Member, entry: &BackupEntry) -> Result<bool, Trouble> {
        let noted = self.noted.lock().unwrap();
        Ok(noted.contains(&(member.user, entry.key)))
    }

    fn note_description(&self, member: &Member) -> Result<(), Trouble> {
        self.ask()?;
        self.described.lock().unwrap().push(member.user);
        Ok(())
    }

    fn write_description(&self, member: &Member, out: &mut dyn Write) -> Result<(), Trouble> {
        let text = format!("{{\"subscriber\": \"{}\"}}", member.subscriber);
        out.write_all(text.as_bytes()).unwrap();
        match *self.breaks_off.lock().unwrap() {
            true => Err(Trouble::new("store-unreachable", Vec::new())),
            false => Ok(()),
        }
    }

    fn receipt(&self, number: &str) -> Result<Option<Receipt>, Trouble> {
        self.ask()?;
        let counts = [
            ("businesses", 2),
            ("objects", 1_234),
            ("turns", 3),
            ("jobs", 2),
            ("stored-objects-backups", 4),
            ("stored-objects-attachments", 5),
            ("stored-bytes-backups", 2_000_000),
            ("stored-bytes-attachments", 500_000),
        ];
        Ok((number == RECEIPT).then(|| Receipt {
            number: number.to_owned(),
            asked_at: "2026-11-22T10:00:00Z".parse().unwrap(),
            erased_at: "2026-11-29T10:00:05Z".parse().unwrap(),
            counts: counts.map(|(what, count)| (what.to_owned(), count)).into(),
        }))
    }
}

/// The number of the one receipt that there is.
pub const RECEIPT: &str = "0123-4567-89ab-cdef-0123-4567-89ab-cdef";

/// What is a member's subscriber's.
/// Somebody is in, in a browser that nobody knew.
fn in_as(name: &str) -> Entered {
    Entered {
        session: name.to_owned(),
        device: Some(format!("device-of-{name}")),
    }
}

fn of<T: Clone>(all: &[(Key, T)], member: &Member) -> Vec<T> {
    let own = all.iter().filter(|(whose, _)| *whose == member.subscriber);
    own.map(|(_, it)| it.clone()).collect()
}

/// An errand that has just been asked for.
fn errand_of(mut wish: ErrandWish, number: usize) -> Errand {
    let now = Timestamp::now();
    let wait = match wish.kind {
        ErrandKind::Erasure => SignedDuration::from_hours(7 * 24),
        _ => SignedDuration::ZERO,
    };
    if wish.kind == ErrandKind::Erasure {
        wish.receipt = Some(RECEIPT.to_owned());
    }
    Errand {
        key: key(200 + u8::try_from(number).unwrap()),
        wish,
        asked_at: now,
        due_at: now + wait,
        is_held: false,
        attempts_count: 0,
        progress: None,
        state: ErrandState::Waiting,
        entry: None,
        ended_at: None,
    }
}

/// Places in memory, by key; those that are missing cannot be reached.
pub struct Rooms(pub HashMap<Key, Arc<MemoryBlobs>>);

impl Places for Rooms {
    fn open(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        match self.0.get(&place.key) {
            Some(blobs) => Ok(blobs.clone()),
            None => Err(BlobError::Unreachable {
                place: place.name.clone(),
                reason: "it does not answer".to_owned(),
            }),
        }
    }
}

/// A good backup of a business that lies in a place under a key of its own.
pub fn backup(number: u8, business: u8, sequence: u64, room: &MemoryBlobs, at: u8) -> BackupEntry {
    let blob: BlobKey = format!("b{business}/{number}.manager").parse().unwrap();
    let stored = room.put(&blob, &mut bytes().as_slice()).unwrap();
    BackupEntry {
        place: Some(key(at)),
        blob: blob.to_string(),
        bytes_count: stored.bytes_count,
        sha256: Some(stored.sha256),
        file_name: "Lamp Shop (2026-11-22).manager".to_owned(),
        business_name: "Lamp & <Shop>".to_owned(),
        state: catalog::EntryState::Good,
        contents: catalog::Contents::ALL,
        ..entry(number, business, sequence)
    }
}

/// The portal, and what stands behind it.
pub struct Ground {
    pub stand: Arc<Stand>,
    pub router: Router,
    pub rooms: [Arc<MemoryBlobs>; 2],
    pub ours: BackupEntry,
    pub theirs: BackupEntry,
}

fn member(subscriber: u8, state: SubscriptionState, businesses: Option<Vec<Key>>) -> Member {
    Member {
        subscriber: key(subscriber),
        user: key(subscriber + 50),
        name: "Asha".to_owned(),
        firm: format!("Lamp & <Firm> {subscriber}"),
        erased_at: None,
        address: String::new(),
        is_proved: true,
        subscription: Subscription {
            state,
            kept_until: Some(jiff::civil::date(2028, 11, 22)),
        },
        businesses,
    }
}

/// A business of a name.
fn own(number: u8, name: &str, is_removed: bool) -> OwnBusiness {
    OwnBusiness {
        key: key(number),
        name: name.to_owned(),
        removed_at: is_removed.then_some(Timestamp::UNIX_EPOCH),
    }
}

impl Ground {
    /// Subscriber 1 has a backup of business 11 in places 1 and 2; subscriber 2 one of business 12.
    pub fn new(state: SubscriptionState) -> Self {
        let rooms = [
            Arc::new(MemoryBlobs::default()),
            Arc::new(MemoryBlobs::default()),
        ];
        let ours = backup(1, 11, 7, &rooms[0], 1);
        let copy = BackupEntry {
            key: key(9),
            ..backup(2, 11, 7, &rooms[1], 2)
        };
        let theirs = backup(3, 12, 1, &rooms[0], 1);
        let shelf = |entries: &[&BackupEntry]| {
            let catalog = MemoryCatalog::default();
            for number in [1, 2] {
                catalog.put_place(&place(number, "Place")).unwrap();
            }
            for entry in entries {
                catalog.put_entry(entry).unwrap();
            }
            Shelf {
                catalog: Arc::new(catalog),
                places: Arc::new(Rooms(HashMap::from([
                    (key(1), rooms[0].clone()),
                    (key(2), rooms[1].clone()),
                ]))),
            }
        };
        let stand = Arc::new(Stand {
            members: Mutex::new(HashMap::from([
                ("asha".to_owned(), member(1, state, None)),
                ("clerk".to_owned(), member(1, state, Some(vec![key(99)]))),
                ("other".to_owned(), member(2, state, None)),
            ])),
            shelves: HashMap::from([
                (key(1), shelf(&[&ours, &copy])),
                (key(2), shelf(&[&theirs])),
            ]),
            noted: Mutex::default(),
            is_down: Mutex::new(false),
            owned: Mutex::new(vec![
                (key(1), own(11, "Lamp & <Shop>", false)),
                (key(1), own(13, "Candles", false)),
                (key(1), own(14, "Old Shop", true)),
                (key(2), own(12, "Ropes", false)),
            ]),
            errands: Mutex::default(),
            described: Mutex::default(),
            breaks_off: Mutex::default(),
        });
        let router = router(Portal {
            subscribers: stand.clone(),
            hosts: Arc::new(["portal.example".to_owned()]),
            is_secure: true,
            downloads: Arc::default(),
        });
        Self {
            stand,
            router,
            rooms,
            ours,
            theirs,
        }
    }

    /// What stands behind the portal, without the portal.
    pub fn into_stand(self) -> Stand {
        let Self { stand, router, .. } = self;
        drop(router);
        Arc::into_inner(stand).expect("nobody else holds it")
    }

    /// The proof of a member is older than five minutes from now on.
    pub fn lets_proof_grow_old(&self, who: &str) {
        let mut members = self.stand.members.lock().unwrap();
        members.get_mut(who).unwrap().is_proved = false;
    }

    /// Everything of a member will be erased at this moment.
    pub fn erases(&self, who: &str, at: Timestamp) {
        let mut members = self.stand.members.lock().unwrap();
        members.get_mut(who).unwrap().erased_at = Some(at);
    }

    /// The answer to a request of someone who has this session.
    pub async fn ask(&self, session: &str, request: axum::http::request::Builder) -> Answer {
        self.send(session, request.body(Body::empty()).unwrap())
            .await
    }

    /// The answer to a form.
    pub async fn send_form(&self, session: &str, path: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(form.to_owned()))
            .unwrap();
        self.send(session, request).await
    }

    async fn send(&self, session: &str, mut request: Request<Body>) -> Answer {
        let headers = request.headers_mut();
        headers
            .entry(header::HOST)
            .or_insert("portal.example".parse().unwrap());
        if !session.is_empty() {
            let cookie = format!("__Host-portal={session}");
            headers.append(header::COOKIE, cookie.parse().unwrap());
        }
        let answer: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = answer.into_parts();
        let body = body.collect().await.map(|body| body.to_bytes().to_vec());
        Answer {
            status: head.status.as_u16(),
            headers: head.headers,
            body: body.map_err(|error| error.to_string()),
        }
    }

    /// Where a backup is downloaded.
    pub fn address(entry: &BackupEntry) -> String {
        format!(
            "/businesses/{}/backups/{}/a.manager",
            entry.business, entry.key
        )
    }
}

/// An answer, read to its end or to where it was cut.
pub struct Answer {
    pub status: u16,
    pub headers: axum::http::HeaderMap,
    pub body: Result<Vec<u8>, String>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body.as_ref().unwrap()).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }
}
