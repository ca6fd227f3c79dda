//! State of the parts that are loaded later, known here by nothing but its type: the first part neither reads
//! nor drops it with code of its own, so that what is added there costs the first load nothing.

use std::{any::Any, rc::Rc};

/// One value for each type.
#[derive(Clone, Debug, Default)]
pub struct Rooms(Vec<Rc<dyn Any>>);

impl Rooms {
    /// The value of a type; its default where none was put.
    pub fn get<T: Default + 'static>(&self) -> Rc<T> {
        self.0.iter().find_map(|room| Rc::clone(room).downcast().ok()).unwrap_or_default()
    }

    /// Puts a value in place of the one of its type.
    pub fn put<T: 'static>(&mut self, value: T) {
        self.0.retain(|room| !room.is::<T>());
        self.0.push(Rc::new(value));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Rooms;

    #[test]
    fn there_is_one_value_of_a_type() {
        let mut rooms = Rooms::default();
        assert_eq!(*rooms.get::<u8>(), 0);
        rooms.put(1_u8);
        rooms.put("text".to_owned());
        rooms.put(2_u8);
        assert_eq!((*rooms.get::<u8>(), rooms.get::<String>().as_str()), (2, "text"));
    }
}
