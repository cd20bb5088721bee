package need_test

import (
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"tamga/internal/need"
)

// ask puts one question to a database through the client found beside the server.
func ask(t *testing.T, database, question string) string {
	t.Helper()
	psql := need.Tool(t, "psql")
	said, err := exec.Command(psql, "-XAtq", "-d", database, "-c", question).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v: %s", question, err, said)
	}
	return strings.TrimSpace(string(said))
}

func TestEachCallIsAnEmptyDatabase(t *testing.T) {
	first, second := need.Postgres(t), need.Postgres(t)
	if first == second {
		t.Fatal("two calls gave one database")
	}
	ask(t, first, "create table seen (n int)")
	count := "select count(*) from information_schema.tables where table_name = 'seen'"
	if got := ask(t, first, count); got != "1" {
		t.Errorf("the first database has %s tables, want 1", got)
	}
	if got := ask(t, second, count); got != "0" {
		t.Errorf("the second database has %s tables, want 0", got)
	}
}

func TestADatabaseIsDroppedWithItsTest(t *testing.T) {
	mine := need.Postgres(t)
	var gone string
	t.Run("inner", func(t *testing.T) { gone = database(t, need.Postgres(t)) })
	if got := ask(t, mine, "select count(*) from pg_database where datname = '"+gone+"'"); got != "0" {
		t.Errorf("%s is still there after its test", gone)
	}
}

func TestThePrivateClusterIsDurable(t *testing.T) {
	if os.Getenv("TAMGA_POSTGRES") != "" {
		return
	}
	mine := need.Postgres(t)
	for setting, want := range map[string]string{"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"} {
		if got := ask(t, mine, "show "+setting); got != want {
			t.Errorf("%s is %s, want %s", setting, got, want)
		}
	}
}

// TestThePrivateClusterEndsWithItsBinary kills a test binary that holds a cluster
// and waits for the cluster's folder to go.
func TestThePrivateClusterEndsWithItsBinary(t *testing.T) {
	need.Postgres(t)
	victim := exec.Command(os.Args[0], "-test.run=^TestVictim$", "-test.v")
	victim.Env = append(os.Environ(), "TAMGA_NEED_VICTIM=1", "TAMGA_POSTGRES=")
	out, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	folder := folderIn(out)
	if err := victim.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = victim.Wait()
	if folder == "" {
		t.Fatal("the victim named no folder")
	}
	for range 200 {
		if _, err := os.Stat(folder); os.IsNotExist(err) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("%s is still there 10 s after its binary was killed", folder)
}

// TestVictim is no test of its own: it holds a cluster until it is killed.
func TestVictim(t *testing.T) {
	if os.Getenv("TAMGA_NEED_VICTIM") == "" {
		return
	}
	address, err := url.Parse(need.Postgres(t))
	if err != nil {
		t.Fatal(err)
	}
	_, _ = os.Stdout.WriteString("folder=" + address.Query().Get("host") + "\n")
	time.Sleep(time.Minute)
}

// folderIn reads until the victim has named its folder.
func folderIn(out interface{ Read([]byte) (int, error) }) string {
	var text strings.Builder
	piece := make([]byte, 256)
	for {
		n, err := out.Read(piece)
		text.Write(piece[:n])
		if _, after, found := strings.Cut(text.String(), "folder="); found && strings.Contains(after, "\n") {
			return after[:strings.Index(after, "\n")]
		}
		if err != nil {
			return ""
		}
	}
}

func database(t *testing.T, address string) string {
	t.Helper()
	parsed, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(parsed.Path, "/")
}
