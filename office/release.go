package office

import (
	"context"
)

// Release releases goods under Code: 10, 11 on security, 12 to 14 under art. 121 to 123, 20 conditionally. It reads Items and Code.
func (o *Office) Release(ctx context.Context, order Order) (Done, error) {
	return o.perform(ctx, order, func(d *desk) error {
		if err := o.declare(ctx, d); err != nil {
			return err
		}
		return d.release(order.Code, order.sorted(), nil)
	})
}
