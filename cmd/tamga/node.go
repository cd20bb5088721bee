package main

// officeCommands are the commands that open an office with its store.
type officeCommands struct {
	Demo demo `cmd:"" help:"Run a day of a fictional office, and leave its portal open."`
}

// benchOffice are the measurements that open an office with its store.
type benchOffice struct{}
