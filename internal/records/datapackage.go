package records

import (
	"encoding/json"
	"io"
)

type dataPackage struct {
	Profile   string     `json:"profile"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Profile   string         `json:"profile"`
	Name      string         `json:"name"`
	Path      string         `json:"path"`
	Title     string         `json:"title"`
	Format    string         `json:"format"`
	MediaType string         `json:"mediatype"`
	Encoding  string         `json:"encoding"`
	Schema    map[string]any `json:"schema"`
}

type fieldSchema struct {
	Name        string `json:"name"`
	Title       string `json:"title"`
	Type        string `json:"type"`
	Description string `json:"description"`
}

// DataPackage writes datapackage.json (Frictionless Data), which describes the
// CSV files of a run to programs.
func DataPackage(w io.Writer) error {
	p := dataPackage{
		Profile: "tabular-data-package", Name: "yusuan", Title: "预算报告数字与核对结果",
		Resources: []resource{table("figures", "全部数字", FigureFields), table("anomalies", "异常", CheckFields)},
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(p)
}

func table(name, title string, fields []Field) resource {
	list := make([]fieldSchema, len(fields))
	for i, f := range fields {
		list[i] = fieldSchema{f.Name, f.Chinese, f.Type, f.About}
	}
	return resource{
		Profile: "tabular-data-resource", Name: name, Path: name + ".csv", Title: title,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Schema: map[string]any{"fields": list},
	}
}
