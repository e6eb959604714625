package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newMan() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Long:    "Prints the manual page of the program and all its commands, made from their help.",
		Example: "  yusuan man > yusuan.1 && man ./yusuan.1",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return manPage(cmd.OutOrStdout(), cmd.Root())
		},
	}
}

// manPage writes the commands as a troff page with the man macros.
func manPage(w io.Writer, root *cobra.Command) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH YUSUAN 1 \"\" \"yusuan\" \"yusuan manual\"\n")
	fmt.Fprintf(&b, ".SH NAME\nyusuan \\- %s\n.SH SYNOPSIS\n.B yusuan\n\\fIcommand\\fR [flags]\n", roff(root.Short))
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n.SH COMMANDS\n", roffLines(root.Long))
	manCommands(&b, root)
	_, err := io.WriteString(w, b.String())
	return err
}

func manCommands(b *strings.Builder, parent *cobra.Command) {
	for _, c := range parent.Commands() {
		if c.Hidden || c.Name() == "help" {
			continue
		}
		fmt.Fprintf(b, ".SS %s\n", roff(strings.TrimPrefix(c.UseLine(), "yusuan ")))
		text := c.Long
		if text == "" {
			text = c.Short
		}
		fmt.Fprintf(b, ".nf\n%s\n.fi\n", roffLines(text))
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { manFlag(b, f) })
		if c.Example != "" {
			fmt.Fprintf(b, ".PP\nExample:\n.nf\n%s\n.fi\n", roffLines(c.Example))
		}
		manCommands(b, c)
	}
}

func manFlag(b *strings.Builder, f *pflag.Flag) {
	if f.Hidden || f.Name == "help" {
		return
	}
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	kind, usage := pflag.UnquoteUsage(f)
	if kind != "" {
		name += " " + kind
	}
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" && f.DefValue != "0" {
		usage += " (default " + f.DefValue + ")"
	}
	fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(name), roff(usage))
}

func roffLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = roff(l)
	}
	return strings.Join(lines, "\n")
}

// roff keeps a text from being taken for a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
