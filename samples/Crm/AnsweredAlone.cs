using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AccountRules.Samples.Crm;

/// <summary>
/// A page answers what it has a handler for, with values that can be read: <c>?manager=abc</c> is not the first manager, and a form that no page has is not
/// an error of the page.
/// </summary>
internal sealed class AnsweredAlone : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!context.ModelState.IsValid || (context.HandlerMethod is null && context.ActionDescriptor.HandlerMethods.Count > 0))
            context.Result = new NotFoundResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
