package main

// officeCommands are the commands that open an office with its store.
type officeCommands struct {
	Demo  demo  `cmd:"" help:"Run a day of a fictional office, and leave its portal open."`
	Serve serve `cmd:"" help:"Open the doors of an office: API and portal."`
}

// benchOffice are the measurements that open an office with its store.
type benchOffice struct {
	Clear benchClear `cmd:"" help:"Declarations lodged, judged and released in a second, durably."`
}
