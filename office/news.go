package office

import "sync"

// news wakes everyone who waits for something new in a feed. It carries nothing: who is woken reads the feed.
type news struct {
	mutex  sync.Mutex
	waking chan struct{}
}

func newNews() *news { return &news{waking: make(chan struct{})} }

// next returns a channel that is closed at the next announcement.
func (n *news) next() <-chan struct{} {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return n.waking
}

func (n *news) announce() {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	close(n.waking)
	n.waking = make(chan struct{})
}
