//! The portal as browsers meet it, over a catalogue and a place in memory.

#[cfg(test)]
mod account;
#[cfg(test)]
mod door;
#[cfg(test)]
mod downloads;
mod errands;
#[cfg(test)]
mod ground;
#[cfg(test)]
mod many;
#[cfg(test)]
mod proof;
#[cfg(test)]
mod room;
mod sign_up;
