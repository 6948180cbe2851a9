package publish_test

import (
	"net/http/httptest"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"courtsite/generator/publish"
	"courtsite/generator/publish/publishtest"
)

var key = publish.Credentials{ID: "AKIDPLANTEDPLANTED01", Secret: "planted/secret+planted/secret+planted/0"}

// store is an object store in this process, and a target in it.
func store(t *testing.T, prefix string) (*publish.S3, *s3mem.Backend) {
	t.Helper()
	backend := s3mem.New()
	server := httptest.NewServer(gofakes3.New(backend).Server())
	t.Cleanup(server.Close)
	if err := backend.CreateBucket("court"); err != nil {
		t.Fatal(err)
	}
	return openS3(t, server.URL, prefix), backend
}

func openS3(t *testing.T, endpoint, prefix string) *publish.S3 {
	t.Helper()
	target, err := publish.OpenS3(publish.Bucket{Endpoint: endpoint, Region: "cn-north-1", Bucket: "court", Prefix: prefix, PathStyle: true},
		key, publish.Transport(nil, 4))
	if err != nil {
		t.Fatal(err)
	}
	return target
}

func openDir(t *testing.T, name string) *publish.Dir {
	t.Helper()
	dir, err := publish.OpenDir(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { dir.Close() })
	return dir
}

func TestContract(t *testing.T) {
	t.Run("memory", func(t *testing.T) {
		publishtest.Contract(t, func(*testing.T) publish.Target { return publishtest.NewMemory() })
	})
	t.Run("folder", func(t *testing.T) {
		publishtest.Contract(t, func(t *testing.T) publish.Target { return openDir(t, t.TempDir()) })
	})
	t.Run("bucket", func(t *testing.T) {
		publishtest.Contract(t, func(t *testing.T) publish.Target { s, _ := store(t, ""); return s })
	})
	t.Run("folder of a bucket", func(t *testing.T) {
		publishtest.Contract(t, func(t *testing.T) publish.Target { s, _ := store(t, "sites/明镜县"); return s })
	})
}
