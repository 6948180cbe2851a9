package group

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// save writes a file of the cache in one step.
func save(path string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return saveBytes(path, append(data, '\n'))
}

// load reads a file of the cache. What is missing or damaged is as if it were not there.
func load(path string, v any) bool {
	data, err := os.ReadFile(path)
	return err == nil && json.Unmarshal(data, v) == nil
}

// saveBytes writes a file in one step.
func saveBytes(path string, data []byte) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = temporary.Write(data)
	for _, step := range []func() error{func() error { return temporary.Chmod(0o644) }, temporary.Close, func() error { return os.Rename(temporary.Name(), path) }} {
		if err == nil {
			err = step()
		}
	}
	if err != nil {
		temporary.Close()
		os.Remove(temporary.Name())
	}
	return err
}
