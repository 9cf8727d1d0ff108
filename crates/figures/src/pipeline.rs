//! Passes all documents through the posting rules, so many at a time, on three threads.
//!
//! The thread that holds the store reads records and keeps what came of them; another looks which
//! other documents those name, and a third posts. A few batches are under way at a time: no more
//! is held than they are, however many documents there are, and they come out in the order in
//! which they went in.

use crate::part::{Looked, Part, Settings};
use crate::rebuild::objects;
use books::{Key, Object};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::scope;
use store::{StoreError, UnitOfWork};

/// So many documents are posted at once: enough that the settings they share are seldom lent, and
/// few enough that several batches fit into memory and into the processors' own.
const DOCUMENTS_IN_BATCH: usize = 2_000;

/// So many batches are under way at a time: one in each thread, and one that waits.
const BATCHES_COUNT_MAX: usize = 4;

/// Some documents on their way.
struct Batch {
    documents: Vec<Object>,
    looked: Looked,
}

/// What comes back to the thread that holds the store.
enum Answer<R> {
    /// The documents that these name have to be read.
    Looked(Batch),
    /// What came of a batch.
    Done(R),
    /// A thread ends: before its time when anyone still listens.
    Ended,
}

/// Says that a thread ends, also when it panics: nobody waits for it then.
struct Ending<R>(Sender<Answer<R>>);

impl<R> Drop for Ending<R> {
    fn drop(&mut self) {
        let _nobody_listens = self.0.send(Answer::Ended);
    }
}

/// Makes something of all these documents, part by part, and hands it to `keep` in their order.
/// `make` is given each part with its documents.
pub fn pass<R: Send>(
    unit: &mut dyn UnitOfWork,
    settings: &Settings,
    keys: &[Key],
    make: &(dyn Fn(Part, &[Object]) -> R + Sync),
    keep: &mut dyn FnMut(&mut dyn UnitOfWork, R) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    scope(|scope| {
        let (to_look, looking) = channel::<Vec<Object>>();
        let (to_make, making) = channel::<(Batch, Vec<Object>)>();
        let (answer, answers) = channel::<Answer<R>>();
        let looked = answer.clone();
        scope.spawn(move || look_at_each(settings, &looking, looked));
        scope.spawn(move || make_of_each(settings, &making, answer, make));
        let mut batches = keys.chunks(DOCUMENTS_IN_BATCH);
        let mut under_way: usize = 0;
        loop {
            while under_way < BATCHES_COUNT_MAX
                && let Some(keys) = batches.next()
            {
                under_way += 1;
                to_look.send(objects(&*unit, keys)?).map_err(ended)?;
            }
            if under_way == 0 {
                return Ok(());
            }
            match answers.recv().map_err(ended)? {
                Answer::Looked(batch) => {
                    let named = batch.looked.read_wanted(&*unit)?;
                    to_make.send((batch, named)).map_err(ended)?;
                }
                Answer::Done(made) => {
                    under_way -= 1;
                    keep(unit, made)?;
                }
                Answer::Ended => return Err(ended(())),
            }
        }
    })
}

fn look_at_each<R>(
    settings: &Settings,
    looking: &Receiver<Vec<Object>>,
    answer: Sender<Answer<R>>,
) {
    let answer = Ending(answer);
    for documents in looking {
        let batch = Batch {
            looked: settings.look(&documents),
            documents,
        };
        if answer.0.send(Answer::Looked(batch)).is_err() {
            return;
        }
    }
}

fn make_of_each<R>(
    settings: &Settings,
    making: &Receiver<(Batch, Vec<Object>)>,
    answer: Sender<Answer<R>>,
    make: &(dyn Fn(Part, &[Object]) -> R + Sync),
) {
    let answer = Ending(answer);
    for (Batch { documents, looked }, named) in making {
        let part = settings.take(&documents, looked, &named);
        let made = make(part, &documents);
        if answer.0.send(Answer::Done(made)).is_err() {
            return;
        }
    }
}

/// A thread that posts ended before its time, and will say why itself.
fn ended<E>(_nobody_listens: E) -> StoreError {
    StoreError::engine("post all documents", "a thread that posts them ended early")
}
