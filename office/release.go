package office

import (
	"context"

	"tamga/clearance"
	"tamga/customs"
)

// Release releases goods under Code: 10, 11 on security, 12 to 14 under art. 121 to 123, 20 conditionally. What box 40
// names and was not written off yet is tried again in the same act; when the balances still do not suffice the officer's
// decision stands and the case keeps saying so. It reads Items and Code.
func (o *Office) Release(ctx context.Context, order Order) (Done, error) {
	done, err := o.perform(ctx, order, func(d *desk) error { return o.releaseBy(ctx, d, order, true) })
	if customs.Is(err, customs.Insufficient) {
		return o.perform(ctx, order, func(d *desk) error { return o.releaseBy(ctx, d, order, false) })
	}
	return done, err
}

func (o *Office) releaseBy(ctx context.Context, d *desk, order Order, again bool) error {
	if err := o.declare(ctx, d); err != nil {
		return err
	}
	if again && d.dossier.Preceding != clearance.Yes {
		if err := o.rewrite(ctx, d); err != nil {
			return err
		}
	}
	return d.release(order.Code, order.sorted(), nil)
}
