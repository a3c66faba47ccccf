"""What differs between the words of a group, who said them, how the sources write an entity; one finding per cause, ranked."""
