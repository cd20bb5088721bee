package office

import (
	"context"
	"time"

	"tamga/customs"
)

// lookAgain is how often a waiting reader looks for what another process numbered.
const lookAgain = time.Second

// Feed returns the party's messages after the position, in order, signed; the same for everyone who asks, for ever.
// With a wait it returns as soon as there is one, or with none when the wait is over.
func (o *Office) Feed(ctx context.Context, party customs.PartyID, after int64, wait time.Duration) ([]Message, error) {
	timeout := time.NewTimer(wait)
	defer timeout.Stop()
	for {
		next := o.news.next()
		messages, err := o.Store.Feed(ctx, party, after, feedLimit)
		if err != nil || len(messages) > 0 || wait <= 0 {
			return messages, err
		}
		again := time.NewTimer(lookAgain)
		select {
		case <-ctx.Done():
			again.Stop()
			return nil, nil
		case <-timeout.C:
			again.Stop()
			return nil, nil
		case <-next:
			again.Stop()
		case <-again.C:
		}
	}
}

// feedLimit is how many messages one reading of a feed returns at the most.
const feedLimit = 200
