package main

import (
	"fmt"
	"os"

	"yusuan/normalize/clause"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
	"yusuan/budget"
)

func main() {
	l, err := lexicon.Load()
	if err != nil {
		panic(err)
	}
	m := outline.Meta{Government: '区', District: "甲市乙区", Year: 2023, Next: 2024, Kind: budget.KindBudget}
	r := clause.New(l)
	for _, a := range os.Args[1:] {
		fmt.Println(r.Dump(a, m))
		ds, _ := r.Read(a, outline.Context{Book: budget.GeneralPublic, Year: 2023, Stage: budget.Execution}, m, clause.Carry{})
		for _, d := range ds {
			fmt.Println("   ", d.Raw, "|", d.Book, d.Scope, d.Level, d.Year, d.Stage, d.Side, d.Subject, "<", d.Parent, d.Role, "delta", d.Delta, d.Method, "g", d.Growth.Value, d.Growth.Known, "c", d.Completion.Value, d.CompletionOf, "whole", d.Whole, d.Split, "st", d.Statement, d.Hedge, d.Basis, d.Listed)
		}
	}
}
